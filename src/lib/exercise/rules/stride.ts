import { Fraction, type Size } from '$lib/engine';
import type { WrongRules } from './rule';

/** A cell of a map that was made with a stride. */
export interface StridedCell {
  readonly value: Fraction;
  readonly stride: Size;
  /** What the window gives one cell on from the place before: to the right, or down where a row begins. */
  readonly oneOn: Fraction | null;
}

/** What learners make of a stride. */
export const STRIDE_RULES = {
  /** Moves the window by one cell. */
  'moved-by-one': ({ oneOn }) => (oneOn ? [oneOn] : []),
  /** Takes the stride for a factor of the values: multiplies by it, or divides. */
  'scaled-by-stride': ({ value, stride }) =>
    [stride.height, stride.width].flatMap((factor) => [value.mul(factor), value.div(factor)])
} satisfies WrongRules<StridedCell>;
