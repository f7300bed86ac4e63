import { Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** A shifted input whose outputs are counted that stay as they were. */
interface ShiftedInput {
  /** Cells of the output. */
  readonly outputs: number;
  /** Cells of the input that stay as they were. */
  readonly inputsKept: number;
}

/** What learners expect of pooled maps when the input shifts. */
export const SHIFT_RULES = {
  /** Takes pooling for wholly indifferent to shifts. */
  'all-survive': ({ outputs }) => [new Fraction(outputs)],
  /** Takes everything to change as soon as the input moves. */
  'none-survive': () => [new Fraction(0)],
  /** Counts in the input instead of the output. */
  'counted-inputs': ({ inputsKept }) => [new Fraction(inputsKept)]
} satisfies WrongRules<ShiftedInput>;
