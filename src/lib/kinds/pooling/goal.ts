import { sameTensor } from '$lib/engine';
import type { PoolingGoal } from './goal-schema';
import type { PoolingRun } from './run';

/** Whether a pooling does what was asked of it. */
export function reached(goal: PoolingGoal, { channels, geometry }: PoolingRun): boolean {
  if (goal.name === 'output-size') {
    return geometry.output.height === goal.height && geometry.output.width === goal.width;
  }
  return channels.every(
    ({ max, average }) => max !== null && average !== null && sameTensor(max.output(), average.output())
  );
}
