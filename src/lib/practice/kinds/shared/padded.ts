import { matrix, pad, rowsOf, type PaddingMode } from '$lib/engine';

/**
 * A plane with its padding written out, as it is shown.
 *
 * @param padding cells on each side
 */
export function paddedRows(
  plane: readonly (readonly number[])[],
  padding: number,
  mode: PaddingMode = 'zero'
): number[][] {
  const sides = { top: padding, right: padding, bottom: padding, left: padding };
  return rowsOf(pad(matrix(plane), sides, mode)).map((row) => row.map((value) => value.valueOf()));
}
