import { rowsOf } from '$lib/engine';
import type { ChannelsGoal } from './goal-schema';
import type { ChannelsRun } from './settings';

/** Whether the map has that row, and each of its cells that value. */
export function reached({ row, value }: ChannelsGoal, { trace }: ChannelsRun): boolean {
  const cells = rowsOf(trace.output())[row - 1];
  return cells !== undefined && cells.every((cell) => cell.equals(value));
}
