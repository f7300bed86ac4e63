import type { Fraction } from '$lib/engine';
import type { WindowTrace } from '$lib/trace';
import { runWrongRule, type WrongRule } from './wrong-rules';

/** How an answer compares. `rule` is the misconception that explains a wrong one, if a known one does. */
export type Grade =
  | { readonly code: 'correct'; readonly value: Fraction }
  | { readonly code: 'wrong'; readonly value: Fraction; readonly rule: WrongRule | null };

/**
 * Grades an answer against the value, and looks for the misconception that explains a wrong one.
 *
 * @param rules the misconceptions to look for, the likeliest first
 * @param resultOf what a misconception gives; null where it has no answer
 */
export function gradeAnswer(
  answer: Fraction,
  value: Fraction,
  rules: readonly WrongRule[],
  resultOf: (rule: WrongRule) => Fraction | null
): Grade {
  if (answer.equals(value)) return { code: 'correct', value };
  const rule = rules.find((candidate) => resultOf(candidate)?.equals(answer));
  return { code: 'wrong', value, rule: rule ?? null };
}

/**
 * Grades a predicted output cell.
 *
 * @param trace the computation that is predicted
 * @param cellIndex the output cell in reading order, counted from 0
 * @param answer what the learner expects
 * @param rules the misconceptions to look for, the likeliest first
 * @throws {RangeError} when the output has no such cell
 */
export function gradePrediction(
  trace: WindowTrace,
  cellIndex: number,
  answer: Fraction,
  rules: readonly WrongRule[]
): Grade {
  if (!Number.isInteger(cellIndex) || cellIndex < 0) throw new RangeError(`there is no cell ${cellIndex}`);
  const stepsPerCell = trace.grain === 'cell' ? 1 : trace.taps;
  const value = trace.step((cellIndex + 1) * stepsPerCell).total;
  return gradeAnswer(answer, value, rules, (rule) => runWrongRule(rule, trace, cellIndex));
}
