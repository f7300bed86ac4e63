import * as v from 'valibot';
import { rows } from './schema-parts';

/** What can be asked of one window: a certain map; a kernel that takes the mean of what it covers. */
export const windowGoalSchema = v.variant('name', [
  v.strictObject({ name: v.literal('output-equals'), output: rows }),
  v.strictObject({ name: v.literal('averages') })
]);
export type WindowGoal = v.InferOutput<typeof windowGoalSchema>;

/** What can be asked of the two conventions: a kernel that is its own half turn, so that they never differ. */
export const conventionsGoalSchema = v.strictObject({ name: v.literal('own-half-turn') });
