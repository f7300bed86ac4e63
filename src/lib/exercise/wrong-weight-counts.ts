import { Fraction } from '$lib/engine';
import type { WrongRule } from './rule-names';

/**
 * How many weights of a convolution a wrong rule counts; null where it has no answer.
 *
 * @param weights of the filter
 * @param outputs cells of the feature map
 */
export function wrongWeightCount(
  rule: WrongRule,
  { weights, outputs }: { readonly weights: number; readonly outputs: number }
): Fraction | null {
  const counts: Partial<Record<WrongRule, number>> = {
    /** Gives every position weights of its own. */
    'weights-per-position': weights * outputs,
    /** Gives every output one weight. */
    'one-weight-per-output': outputs
  };
  const count = counts[rule];
  return count === undefined ? null : new Fraction(count);
}
