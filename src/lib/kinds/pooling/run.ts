import type { WindowGeometry } from '$lib/engine';
import type { AvgPoolTrace, MaxPoolTrace } from '$lib/trace';
import type { SceneRun } from '../shared/model';

/** The poolings of one channel; null for the one that is not shown. */
export interface ChannelTraces {
  readonly max: MaxPoolTrace | null;
  readonly average: AvgPoolTrace | null;
}

/** One channel after the other is pooled; where both poolings are shown, both at once. */
export interface PoolingRun extends SceneRun {
  readonly channels: readonly ChannelTraces[];
  readonly geometry: WindowGeometry;
  /** Output cells of one channel. */
  readonly cells: number;
  /** Numbers to learn. */
  readonly parameters: number;
}

/** Where a step of the run is: the channel, counted from 0, and the step of its traces. */
export function placeOfStep(
  { cells, channels }: PoolingRun,
  step: number
): { channel: number; step: number } {
  const channel = Math.min(channels.length - 1, Math.max(0, Math.ceil(step / cells) - 1));
  return { channel, step: step - channel * cells };
}
