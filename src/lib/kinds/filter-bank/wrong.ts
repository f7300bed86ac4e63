import { adaptRules, BIAS_RULES, FILTER_RULES } from '$lib/exercise';
import { Fraction } from '$lib/engine';
import type { BankRun } from './run';

const { 'forgot-bias': forgotBias, 'other-bias': otherBias } = BIAS_RULES;

const ofBias = adaptRules(
  { 'forgot-bias': forgotBias, 'other-bias': otherBias },
  ({ trace, biases }: BankRun, cell: number) => {
    const { total, filter } = trace.step(trace.stepAfter(cell));
    const bias = biases[filter ?? 0] ?? new Fraction(0);
    const others = biases.filter((_, index) => index !== filter);
    return { sum: total.sub(bias), bias, others, taps: trace.taps };
  }
);

const ofFilters = adaptRules(FILTER_RULES, ({ trace, biases }: BankRun, cell: number) => {
  const { height, width } = trace.geometry.output;
  const area = height * width;
  const place = (cell - 1) % area;
  const own = Math.floor((cell - 1) / area);
  const valueIn = (map: number) => trace.step(trace.stepAfter(map * area + place + 1)).total;
  const others = biases.map((_, map) => map).filter((map) => map !== own);
  return { value: valueIn(own), others: others.map(valueIn) };
});

/** What goes wrong when a cell of one of several maps is predicted. */
export const wrong = { ...ofBias, ...ofFilters };
