import type { Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** A finished cell: the sum of its products without the bias, the biases, and how many products there were. */
export interface BiasedCell {
  readonly sum: Fraction;
  readonly bias: Fraction;
  /** The biases of the other filters. */
  readonly others: readonly Fraction[];
  readonly taps: number;
}

/** What learners do with a bias instead of adding it once. */
export const BIAS_RULES = {
  /** Stops at the sum of the products. */
  'forgot-bias': ({ sum }) => [sum],
  /** Adds the bias to each product instead of once to their sum. */
  'bias-per-weight': ({ sum, bias, taps }) => [sum.add(bias.mul(taps))],
  /** Takes the bias for one more weight. */
  'multiplied-bias': ({ sum, bias }) => [sum.mul(bias)],
  /** Adds the bias of another filter. */
  'other-bias': ({ sum, others }) => others.map((other) => sum.add(other))
} satisfies WrongRules<BiasedCell>;
