import type { Size } from '$lib/engine';
import { gridSize, layoutOf, type GridSize, type Plan, type Plans, type StageLayout } from '$lib/stage';
import type { PoolingRun } from './run';
import type { Shown } from './settings';

/** The names of one channel's grids on the stage. */
export interface ChannelGrids {
  readonly input: string;
  readonly max: string | null;
  readonly average: string | null;
}

/** The names of the grids of each channel. */
export function channelGrids({ channels }: PoolingRun, show: Shown): ChannelGrids[] {
  return channels.map((_, channel) => ({
    input: `input ${channel}`,
    max: show === 'average' ? null : `max ${channel}`,
    average: show === 'max' ? null : `average ${channel}`
  }));
}

const mapsOf = ({ max, average }: ChannelGrids): string[] => [max, average].filter((name) => name !== null);

/** The input and its maps. */
function plansOfOne(grids: ChannelGrids): Plans {
  const maps = mapsOf(grids);
  const below: Plan = { down: maps };
  return {
    wide: [{ across: [grids.input, below] }],
    narrow: [{ across: [grids.input, below] }, { down: [grids.input, { across: maps }] }]
  };
}

/** Each channel a column, or a row. */
function plansOfSeveral(channels: readonly ChannelGrids[]): Plans {
  const columns: Plan = { across: channels.map((grids) => ({ down: [grids.input, ...mapsOf(grids)] })) };
  const oneRow: Plan = { across: channels.flatMap((grids) => [grids.input, { down: mapsOf(grids) }]) };
  const rows: Plan = { down: channels.map((grids) => ({ across: [grids.input, ...mapsOf(grids)] })) };
  return { wide: [columns, oneRow], narrow: [columns, rows] };
}

/** The padded input, and room for a window that reaches over its end. */
function inputRoom({ geometry: { padded, output, stride, span } }: PoolingRun): GridSize {
  const reach = (side: keyof Size) => Math.max(padded[side], (output[side] - 1) * stride[side] + span[side]);
  return { rows: reach('height'), columns: reach('width') };
}

/** The inputs and maps of all channels. */
export function poolingLayout(run: PoolingRun, show: Shown): StageLayout {
  const channels = channelGrids(run, show);
  const sizes: Record<string, GridSize> = {};
  for (const grids of channels) {
    sizes[grids.input] = inputRoom(run);
    for (const map of mapsOf(grids)) sizes[map] = gridSize(run.geometry.output);
  }
  const [first, ...others] = channels as [ChannelGrids, ...ChannelGrids[]];
  return layoutOf(others.length === 0 ? plansOfOne(first) : plansOfSeveral(channels), sizes);
}
