import type { Fraction } from '$lib/engine';

/** How an answer compares. `rule` is the misconception that explains a wrong one, if one known one does. */
export type Grade =
  | { readonly code: 'correct'; readonly value: Fraction }
  | { readonly code: 'wrong'; readonly value: Fraction; readonly rule: string | null };

/**
 * Compares an answer with the right value, and a wrong one with what misconceptions give. Where two of them give the
 * same answer, neither is named: nobody knows which one it was.
 *
 * @param rules the misconceptions to look for
 * @param outcomes what somebody answers who follows a rule; nothing where it has no answer
 */
export function gradeAnswer<Rule extends string>(
  answer: Fraction,
  value: Fraction,
  rules: readonly Rule[],
  outcomes: (rule: Rule) => readonly Fraction[]
): Grade {
  if (answer.equals(value)) return { code: 'correct', value };
  const explaining = rules.filter((rule) => outcomes(rule).some((outcome) => outcome.equals(answer)));
  const [only = null] = explaining;
  return { code: 'wrong', value, rule: explaining.length === 1 ? only : null };
}
