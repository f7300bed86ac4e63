import type { GridCell } from './Grid.svelte';

/**
 * Cells as a spreadsheet, and the grids themselves, paste them: tabs between columns, a line for each row, exact values, and
 * the minus sign that programs read. Rows without a cell that is wanted are left out.
 */
export function copiedText(
  cells: readonly (readonly GridCell[])[],
  isWanted: (row: number, column: number) => boolean
): string {
  return cells
    .map((row, rowIndex) => row.filter((_, columnIndex) => isWanted(rowIndex, columnIndex)))
    .filter((row) => row.length > 0)
    .map((row) => row.map(({ exact, text }) => (exact ?? text).replaceAll('−', '-')).join('\t'))
    .join('\n');
}
