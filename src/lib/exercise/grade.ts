import type { Fraction } from '$lib/engine';
import type { WrongRule } from './rule-names';

/** How an answer compares. `rule` is the misconception that explains a wrong one, if a known one does. */
export type Grade =
  | { readonly code: 'correct'; readonly value: Fraction }
  | { readonly code: 'wrong'; readonly value: Fraction; readonly rule: WrongRule | null };

/**
 * Compares an answer with the right value, and a wrong one with what misconceptions give.
 *
 * @param rules the misconceptions to look for, the likeliest first
 * @param outcome what somebody would answer who follows a rule; null where it has no answer
 */
export function gradeAnswer(
  answer: Fraction,
  value: Fraction,
  rules: readonly WrongRule[],
  outcome: (rule: WrongRule) => Fraction | null
): Grade {
  if (answer.equals(value)) return { code: 'correct', value };
  const rule = rules.find((candidate) => outcome(candidate)?.equals(answer));
  return { code: 'wrong', value, rule: rule ?? null };
}
