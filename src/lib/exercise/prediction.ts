import type { Fraction } from '$lib/engine';
import type { WindowTrace } from '$lib/trace';
import { gradeAnswer, type Grade } from './grade';
import type { WrongRule } from './rule-names';
import { runWrongRule } from './wrong-rules';

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
