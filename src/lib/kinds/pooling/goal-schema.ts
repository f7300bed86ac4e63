import * as v from 'valibot';
import { count } from '../shared/schema-parts';

/** What can be asked of a pooling: an output of a certain size; both poolings with the same output. */
export const goalSchema = v.variant('name', [
  v.strictObject({ name: v.literal('output-size'), height: count(1), width: count(1) }),
  v.strictObject({ name: v.literal('maps-equal') })
]);
export type PoolingGoal = v.InferOutput<typeof goalSchema>;
