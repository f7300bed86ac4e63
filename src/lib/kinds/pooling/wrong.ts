import { exactField, sumOf, type Position } from '$lib/engine';
import { adaptRules, POOLING_RULES } from '$lib/exercise';
import type { PoolingStep } from '$lib/trace';
import type { Fraction } from '$lib/engine';
import { placeOfStep, type ChannelTraces, type PoolingRun } from './run';

function stepOf({ max, average }: ChannelTraces, step: number): PoolingStep | undefined {
  return (average ?? max)?.step(step);
}

/** What the cells under a window of the unpadded input come to; null where some of them lie outside. */
function pooledAt({ max, average }: ChannelTraces, at: Position): Fraction | null {
  const trace = average ?? max;
  if (!trace) return null;
  const { kernel, input } = trace.geometry;
  if (at.row + kernel.height > input.height || at.column + kernel.width > input.width) return null;
  const values = Array.from({ length: kernel.height * kernel.width }, (_, tap) => {
    const row = at.row + Math.floor(tap / kernel.width);
    const column = at.column + (tap % kernel.width);
    return trace.input.data[row * input.width + column] ?? exactField.zero;
  });
  if (average) return sumOf(values).div(values.length);
  return values.reduce((best, value) => (value.compare(best) > 0 ? value : best));
}

/** What goes wrong when a cell of a pooling is predicted. */
export const wrong = adaptRules(POOLING_RULES, (run: PoolingRun, cell: number) => {
  const { channel, step } = placeOfStep(run, cell);
  const traces = run.channels[channel] as ChannelTraces;
  const shown = stepOf(traces, step);
  const at = shown?.cell ?? { row: 0, column: 0 };
  const { kernel, stride } = run.geometry;
  const movedBy = (by: number) =>
    by === stride.height && by === stride.width
      ? null
      : pooledAt(traces, { row: at.row * by, column: at.column * by });
  return {
    operation: traces.average ? ('average' as const) : ('max' as const),
    values: shown?.cells.map(({ value }) => value) ?? [],
    others: run.channels.flatMap((other, index) => {
      const total = index === channel ? undefined : stepOf(other, step)?.total;
      return total ? [total] : [];
    }),
    movedByOne: movedBy(1),
    movedBySize: movedBy(kernel.height),
    side: kernel.width
  };
});
