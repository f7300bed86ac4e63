import type { Position, Size } from '$lib/engine';
import { wholes, type Answer } from '$lib/exercise';

/** A place as an answer: its row and its column, counted from 0. */
export const placeAnswer = ({ row, column }: Position): Answer => wholes(row, column);

/** The place on the other side of the diagonal. */
export const swapped = ({ row, column }: Position): Position => ({ row: column, column: row });

/** Whether something of that size lies within a grid when its upper left cell is at the place. */
export function isInside(
  { row, column }: Position,
  grid: Size,
  size: Size = { height: 1, width: 1 }
): boolean {
  return row >= 0 && column >= 0 && row + size.height <= grid.height && column + size.width <= grid.width;
}

/** A place as readers count it, from 1. */
export const readPlace = ({ row, column }: Position) => ({ row: row + 1, column: column + 1 });
