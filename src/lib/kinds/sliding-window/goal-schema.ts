import * as v from 'valibot';
import { rows } from '../shared/schema-parts';

/** What can be asked of one window: a certain map; a kernel that takes the mean of what it covers. */
export const goalSchema = v.variant('name', [
  v.strictObject({ name: v.literal('output-equals'), output: rows }),
  v.strictObject({ name: v.literal('averages') })
]);
export type WindowGoal = v.InferOutput<typeof goalSchema>;
