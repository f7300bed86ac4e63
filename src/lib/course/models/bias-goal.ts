import type { BiasGoal } from './bias-goal-schema';
import type { BiasRun } from './bias-run';
import type { BiasSettings } from './bias-settings';

/** Whether one of the maps has so many cells above 0. */
export function biasReached(goal: BiasGoal, _: BiasSettings, { parts }: BiasRun): boolean {
  return parts.some(
    (part) => part.output().data.filter((value) => value.compare(0) > 0).length === goal.count
  );
}
