import { Fraction, type Position, type Size } from '$lib/engine';
import type { WrongRule } from './rule-names';

/**
 * Where a wrong rule puts a pixel in the row of a flattened image, counted from 1; null where it has no answer.
 *
 * @param at the pixel, counted from 0
 */
export function wrongPlace(
  rule: WrongRule,
  { row, column }: Position,
  { height, width }: Size
): Fraction | null {
  const places: Partial<Record<WrongRule, number>> = {
    /** Reads down the columns. */
    'column-by-column': column * height + row + 1,
    /** Counts as a program does. */
    'counted-from-zero': row * width + column,
    /** Counts the row of the pixel among those that are full before it. */
    'one-row-too-many': (row + 1) * width + column + 1
  };
  const place = places[rule];
  return place === undefined ? null : new Fraction(place);
}
