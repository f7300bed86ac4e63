import type { Position } from '$lib/engine';
import type { Target } from '$lib/describe';

/** A cell that prose names, `output-2-3`: its grid, and its place counted from 0; null for a thing as a whole. */
export function cellNamed(name: string): { readonly grid: string; readonly at: Position } | null {
  const [, grid, row, column] = /^(.+)-(\d+)-(\d+)$/.exec(name) ?? [];
  return grid === undefined ? null : { grid, at: { row: Number(row) - 1, column: Number(column) - 1 } };
}

/** What a cell of a window's input, kernel or output points at. */
export function windowThing(name: string, kernelWidth: number): Target | null {
  const cell = cellNamed(name);
  if (cell?.grid === 'kernel') {
    return { kind: 'term', index: cell.at.row * kernelWidth + cell.at.column };
  }
  if (cell?.grid === 'input') return { kind: 'input', at: cell.at };
  return cell && { kind: 'output', at: cell.at };
}
