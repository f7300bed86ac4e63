import * as v from 'valibot';
import { count, entry } from '../shared/schema-parts';

/** What can be asked of a filter over several channels: a row of the map (counted from 1) with one value throughout. */
export const goalSchema = v.strictObject({ name: v.literal('row-is'), row: count(1), value: entry });
export type ChannelsGoal = v.InferOutput<typeof goalSchema>;
