import type { Position, Size } from './axis.ts';

/** The up to eight cells that touch a cell, in reading order. */
export function neighboursOf({ row, column }: Position, { height, width }: Size): Position[] {
  const around = [-1, 0, 1];
  return around
    .flatMap((down) => around.map((across) => ({ row: row + down, column: column + across })))
    .filter((at) => at.row !== row || at.column !== column)
    .filter((at) => at.row >= 0 && at.column >= 0 && at.row < height && at.column < width);
}
