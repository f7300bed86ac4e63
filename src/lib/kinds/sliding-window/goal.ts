import { matrix, sameTensor } from '$lib/engine';
import type { WindowSettings } from '$lib/trace';
import * as v from 'valibot';
import { goalModel } from '../shared/model';
import { rows } from '../shared/schema-parts';
import type { WindowRun } from '../shared/window/run';

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
