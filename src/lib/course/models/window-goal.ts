import { matrix, sameTensor } from '$lib/engine';
import type { WindowSettings } from '$lib/trace';
import * as v from 'valibot';
import { goalModel } from './model';
import { rows } from './schema-parts';
import type { WindowRun } from './window-run';

/** What can be asked of one window: a certain map; a kernel that takes the mean of what it covers. */
const windowGoalSchema = v.variant('name', [
  v.strictObject({ name: v.literal('output-equals'), output: rows }),
  v.strictObject({ name: v.literal('averages') })
]);
type WindowGoal = v.InferOutput<typeof windowGoalSchema>;

export const windowGoal = goalModel<WindowGoal, WindowSettings, WindowRun>({
  schema: windowGoalSchema,
  reached(goal, { kernel }, { traces: [trace] }) {
    if (goal.name === 'output-equals') return sameTensor(trace.output(), matrix(goal.output));
    return trace.taps > 1 && kernel.data.every((weight) => weight.mul(trace.taps).equals(1));
  }
});

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
