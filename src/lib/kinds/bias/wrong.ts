import { adaptRules, BIAS_RULES } from '$lib/exercise';
import { Fraction } from '$lib/engine';
import type { BiasRun } from './model';

/** What goes wrong when a cell with its bias is predicted. */
export const wrong = adaptRules(BIAS_RULES, ({ trace, biases }: BiasRun, cell: number) => {
  const { total, filter } = trace.step(trace.stepAfter(cell));
  const bias = biases[filter ?? 0] ?? new Fraction(0);
  return {
    sum: total.sub(bias),
    bias,
    others: biases.filter((_, index) => index !== filter),
    taps: trace.taps
  };
});
