import { cornerOf, type Arrangement, type Move } from '$lib/stage';
import type { ChannelGrids } from './layout';
import type { ChannelViews } from './view.svelte';

/** What is on its way into the maps: the winner alone, and all that the mean is taken of. */
export function poolingMoves(
  { max, average, first }: ChannelViews,
  grids: ChannelGrids | undefined,
  arrangement: Arrangement
): Move[] {
  if (!first.moving || grids === undefined) return [];
  const flown = [
    { map: grids.max, step: max?.step, indices: max ? [max.step.winner ?? -1] : [] },
    { map: grids.average, step: average?.step, indices: average?.step.cells.map((_, index) => index) ?? [] }
  ];
  return flown.flatMap(({ map, step, indices }) => {
    const goal = step?.cell;
    if (!goal || map === null) return [];
    return indices.flatMap((index): Move[] => {
      const cell = step.cells[index];
      if (!cell) return [];
      return [
        {
          key: `${map},${index}`,
          tone: 'value',
          value: cell.value,
          from: cornerOf(arrangement, grids.input, cell.paddedRow, cell.paddedColumn),
          to: cornerOf(arrangement, map, goal.row, goal.column)
        }
      ];
    });
  });
}
