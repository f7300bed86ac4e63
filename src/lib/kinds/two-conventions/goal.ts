import { sameTensor } from '$lib/engine';
import type { WindowSettings } from '$lib/trace';
import * as v from 'valibot';
import { goalModel } from '../shared/model';
import type { WindowRun } from '../shared/window/run';

/** What can be asked of the two conventions: a kernel that is its own half turn, so that they never differ. */
const conventionsGoalSchema = v.strictObject({ name: v.literal('own-half-turn') });

export const conventionsGoal = goalModel<
  v.InferOutput<typeof conventionsGoalSchema>,
  WindowSettings,
  WindowRun
>({
  schema: conventionsGoalSchema,
  reached: (_, __, { traces: [asItIs, turned] }) =>
    turned !== undefined && sameTensor(asItIs.weights, turned.weights)
});
