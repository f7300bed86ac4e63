import * as v from 'valibot';
import type { BiasRun } from './bias-run';
import type { BiasSettings } from './bias-settings';
import { goalModel } from './model';
import { count } from './schema-parts';

/** What can be asked of biases: so many cells of a map above 0. */
const biasGoalSchema = v.strictObject({ name: v.literal('positive-cells'), count: count(0) });

export const biasGoal = goalModel<v.InferOutput<typeof biasGoalSchema>, BiasSettings, BiasRun>({
  schema: biasGoalSchema,
  reached: (goal, _, { parts }) =>
    parts.some((part) => part.output().data.filter((value) => value.compare(0) > 0).length === goal.count)
});
