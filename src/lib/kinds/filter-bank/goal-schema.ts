import * as v from 'valibot';
import { count } from '../shared/schema-parts';

/** What can be asked of a filter bank: each filter with a channel for itself; a map that is a channel, unchanged. */
export const goalSchema = v.variant('name', [
  v.strictObject({ name: v.literal('depthwise') }),
  v.strictObject({ name: v.literal('copies-channel'), channel: count(1) })
]);
export type BankGoal = v.InferOutput<typeof goalSchema>;
