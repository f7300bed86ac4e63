import type { LayerGoal } from './goal-schema';
import type { LayerRun } from './run';

/** Whether the layer has so many parameters and, where a side is asked for, maps of that size. */
export function reached({ count, side }: LayerGoal, { all, outputHeight, outputWidth }: LayerRun): boolean {
  if (all.parameters !== count) return false;
  return side === undefined || (outputHeight === side && outputWidth === side);
}
