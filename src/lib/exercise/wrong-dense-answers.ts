import { Fraction } from '$lib/engine';
import type { WrongRule } from './rule-names';

/**
 * What a wrong rule expects of a dense unit whose pattern has moved; null where it has no answer.
 *
 * @param atHome the unit's answer where it learned the pattern
 */
export function wrongDenseAnswer(rule: WrongRule, atHome: Fraction): Fraction | null {
  const answers: Partial<Record<WrongRule, Fraction>> = {
    /** Takes it to find the pattern wherever it is. */
    'found-anywhere': atHome,
    /** Takes all of its answer to be gone as soon as the pattern moves. */
    'nothing-left': new Fraction(0)
  };
  return answers[rule] ?? null;
}
