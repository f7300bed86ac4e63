import type { Position } from '$lib/engine';
import type { GridSize } from './layout';

/**
 * Where a key takes the focus in a grid, after the ARIA Authoring Practices' grid pattern: arrows by one cell,
 * Home and End within the row, with Ctrl to the first and last cell. Null for a key that is not the grid's.
 */
export function moveInGrid(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  from: Position,
  { rows, columns }: GridSize
): Position | null {
  if (event.altKey || event.metaKey || event.shiftKey) return null;
  const lastRow = rows - 1;
  const lastColumn = columns - 1;
  if (event.ctrlKey) {
    if (event.key === 'Home') return { row: 0, column: 0 };
    if (event.key === 'End') return { row: lastRow, column: lastColumn };
    return null;
  }
  switch (event.key) {
    case 'ArrowUp':
      return { row: Math.max(0, from.row - 1), column: from.column };
    case 'ArrowDown':
      return { row: Math.min(lastRow, from.row + 1), column: from.column };
    case 'ArrowLeft':
      return { row: from.row, column: Math.max(0, from.column - 1) };
    case 'ArrowRight':
      return { row: from.row, column: Math.min(lastColumn, from.column + 1) };
    case 'Home':
      return { row: from.row, column: 0 };
    case 'End':
      return { row: from.row, column: lastColumn };
    default:
      return null;
  }
}
