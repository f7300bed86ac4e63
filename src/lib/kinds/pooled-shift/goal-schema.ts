import * as v from 'valibot';
import { count } from '../shared/schema-parts';

/** What can be asked of a shift: that no output changes at a shift by one, though so many outputs are not 0. */
export const goalSchema = v.strictObject({ name: v.literal('all-survive'), atLeast: count(1) });
export type ShiftGoal = v.InferOutput<typeof goalSchema>;
