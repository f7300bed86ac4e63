import { Fraction } from '$lib/engine';
import type { ConvolutionTrace } from '$lib/trace';
import { gradeAnswer, type Grade } from './grade';
import type { BiasRule, WrongRule } from './rule-names';

/** A finished cell: the sum of its products without the bias, the biases, and how many products there were. */
interface BiasedCell {
  readonly sum: Fraction;
  readonly bias: Fraction;
  readonly others: readonly Fraction[];
  readonly taps: number;
}

/** What each wrong rule gives for a cell. More than one number where it could have gone wrong in several ways. */
const RULES: Record<BiasRule, (cell: BiasedCell) => readonly Fraction[]> = {
  /** Stops at the sum of the products. */
  'forgot-bias': ({ sum }) => [sum],
  /** Adds the bias to each product instead of once to their sum. */
  'bias-per-weight': ({ sum, bias, taps }) => [sum.add(bias.mul(taps))],
  /** Takes the bias for one more weight. */
  'multiplied-bias': ({ sum, bias }) => [sum.mul(bias)],
  /** Adds the bias of another filter. */
  'other-bias': ({ sum, others }) => others.map((other) => sum.add(other))
};

function isBiasRule(rule: WrongRule): rule is BiasRule {
  return rule in RULES;
}

/**
 * Grades a predicted cell of a convolution with bias.
 *
 * @param biases one for each filter
 * @param cellIndex the cell in the order of the trace, counted from 0
 * @param rules the misconceptions to look for, the likeliest first
 * @throws {RangeError} when there is no such cell
 */
export function gradeBiased(
  trace: ConvolutionTrace,
  biases: readonly Fraction[],
  cellIndex: number,
  answer: Fraction,
  rules: readonly WrongRule[]
): Grade {
  if (!Number.isInteger(cellIndex) || cellIndex < 0) throw new RangeError(`there is no cell ${cellIndex}`);
  const { total, filter } = trace.step(trace.stepAfter(cellIndex + 1));
  const bias = biases[filter ?? 0] ?? new Fraction(0);
  const cell = {
    sum: total.sub(bias),
    bias,
    others: biases.filter((_, index) => index !== filter),
    taps: trace.taps
  };
  return gradeAnswer(
    answer,
    total,
    rules,
    (rule) => (isBiasRule(rule) && RULES[rule](cell).find((result) => result.equals(answer))) || null
  );
}
