import * as v from 'valibot';
import type { BiasRun } from './run';
import type { BiasSettings } from './settings';
import { goalModel } from '../shared/model';
import { count } from '../shared/schema-parts';

/** What can be asked of biases: so many cells of a map above 0. */
const biasGoalSchema = v.strictObject({ name: v.literal('positive-cells'), count: count(0) });

export const biasGoal = goalModel<v.InferOutput<typeof biasGoalSchema>, BiasSettings, BiasRun>({
  schema: biasGoalSchema,
  reached: (goal, _, { parts }) =>
    parts.some((part) => part.output().data.filter((value) => value.compare(0) > 0).length === goal.count)
});
