import * as v from 'valibot';
import { count } from '../shared/schema-parts';

/** What can be asked of biases: so many cells of a map above 0. */
export const goalSchema = v.strictObject({ name: v.literal('positive-cells'), count: count(0) });
export type BiasGoal = v.InferOutput<typeof goalSchema>;
