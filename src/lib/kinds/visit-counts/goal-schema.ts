import * as v from 'valibot';
import { count } from '../shared/schema-parts';

/** What can be asked of a padding: that the output is as large as the input, for a window of so many cells. */
export const goalSchema = v.strictObject({ name: v.literal('keeps-size'), kernel: count(1) });
export type VisitGoal = v.InferOutput<typeof goalSchema>;
