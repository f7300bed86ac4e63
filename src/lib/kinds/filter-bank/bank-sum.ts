import { convolutionSum, resultOf, type Sum } from '$lib/describe';
import type { Step } from '$lib/trace';

/** The sum of a step, a line for each channel with what it comes to. Null at step 0. */
export function bankSum(step: Step, filter: number): Sum | null {
  const sum = convolutionSum(step, filter);
  if (sum === null || step.channelSums.length === 1) return sum;
  const summands = sum.rows.flatMap((row) => row.summands);
  const area = step.terms.length / step.channelSums.length;
  const rows = step.channelSums.map((total, channel) => ({
    summands: summands.slice(channel * area, (channel + 1) * area),
    result: resultOf(total)
  }));
  return { ...sum, rows: rows.filter((row) => row.summands.length > 0) };
}
