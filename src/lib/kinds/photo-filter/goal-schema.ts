import * as v from 'valibot';

/** What can be asked of a kernel over a photograph: that it finds edges that lie, and passes over those that stand. */
export const goalSchema = v.strictObject({ name: v.literal('lying-edges') });
export type PhotoGoal = v.InferOutput<typeof goalSchema>;
