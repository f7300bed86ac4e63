import type { Step } from '$lib/trace';
import { biasSummand, rowOf } from './equation';
import { factorText } from './number-text';
import { resultOf, type Sum, type Summand } from './sum';

const PLAIN = { before: '', between: ' + ', after: '' } as const;

/**
 * What a finished step's channels come to: their partial sums and the bias, '2 + 0 + (−1) + 1 = 2'. Null at step 0.
 *
 * @param filter whose bias it is
 */
export function channelsSum(step: Step, filter = 0): Sum | null {
  if (step.cell === null) return null;
  const summands = step.channelSums.map((sum, channel): Summand => ({
    parts: [{ text: factorText(sum), tone: 'product' }],
    target: { kind: 'channel', channel },
    counts: true
  }));
  const products = step.bias ? step.total.sub(step.bias) : step.total;
  return {
    ...PLAIN,
    rows: [{ summands, result: resultOf(products) }],
    last: step.bias ? [biasSummand(step.bias, filter)] : [],
    result: resultOf(step.total)
  };
}

/** The products of one channel so far, and the partial sum that they make. Null at step 0. */
export function channelProducts(step: Step, channel: number): Sum | null {
  if (step.cell === null) return null;
  const area = step.terms.length / step.channelSums.length;
  const first = channel * area;
  const row = rowOf(step.terms.slice(first, Math.min(step.done, first + area)), first);
  return { ...PLAIN, rows: [row], last: [], result: row.result };
}
