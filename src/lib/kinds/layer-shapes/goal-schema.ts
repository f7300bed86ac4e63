import * as v from 'valibot';
import { count } from '../shared/schema-parts';

/** What can be asked of a layer: so many parameters, perhaps with maps of so many rows and columns. */
export const goalSchema = v.strictObject({
  name: v.literal('parameters'),
  count: count(1),
  side: v.optional(count(1))
});
export type LayerGoal = v.InferOutput<typeof goalSchema>;
