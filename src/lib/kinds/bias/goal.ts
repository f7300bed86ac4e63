import type { BiasRun } from './run';
import type { BiasGoal } from './goal-schema';

/** Whether one of the maps has so many cells above 0. */
export function reached({ count }: BiasGoal, { parts }: BiasRun): boolean {
  return parts.some((part) => part.output().data.filter((value) => value.compare(0) > 0).length === count);
}
