import * as v from 'valibot';
import { lineEntries } from '../shared/line/entries';
import { count } from '../shared/schema-parts';

/** What can be asked of a walk: so many places, with some lengths as they are and, if wanted, so many cells left over. */
export const goalSchema = v.strictObject({
  name: v.literal('output-length'),
  output: count(1),
  leftover: v.optional(count(0)),
  kept: v.strictObject({
    input: v.optional(lineEntries.input),
    kernel: v.optional(lineEntries.kernel),
    stride: v.optional(lineEntries.stride.wrapped),
    padding: v.optional(lineEntries.padding.wrapped),
    dilation: v.optional(lineEntries.dilation.wrapped)
  })
});
export type WalkGoal = v.InferOutput<typeof goalSchema>;
