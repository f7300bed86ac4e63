import { Fraction, type Position, type Size } from '$lib/engine';
import type { WrongRules } from './rule';

/** A pixel of an image that is flattened; its place is asked for, counted from 1. */
interface FlattenedPixel {
  /** Counted from 0. */
  readonly at: Position;
  readonly size: Size;
}

/** Where learners put a pixel in the row of a flattened image. */
export const PLACE_RULES = {
  /** Reads down the columns. */
  'column-by-column': ({ at, size }) => [new Fraction(at.column * size.height + at.row + 1)],
  /** Counts as a program does. */
  'counted-from-zero': ({ at, size }) => [new Fraction(at.row * size.width + at.column)],
  /** Counts the row of the pixel among those that are full before it. */
  'one-row-too-many': ({ at, size }) => [new Fraction((at.row + 1) * size.width + at.column + 1)]
} satisfies WrongRules<FlattenedPixel>;
