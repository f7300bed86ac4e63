import * as v from 'valibot';
import { count } from './schema-parts';

/** What can be asked of biases: so many cells of a map above 0. */
export const biasGoalSchema = v.strictObject({ name: v.literal('positive-cells'), count: count(0) });
export type BiasGoal = v.InferOutput<typeof biasGoalSchema>;
