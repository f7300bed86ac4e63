import { Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** A convolution whose weights are counted. */
interface CountedFilter {
  /** Weights of the filter. */
  readonly weights: number;
  /** Cells of the feature map. */
  readonly outputs: number;
}

/** How learners miscount the weights of a convolution. */
export const WEIGHT_RULES = {
  /** Gives every position weights of its own. */
  'weights-per-position': ({ weights, outputs }) => [new Fraction(weights * outputs)],
  /** Gives every output one weight. */
  'one-weight-per-output': ({ outputs }) => [new Fraction(outputs)]
} satisfies WrongRules<CountedFilter>;
