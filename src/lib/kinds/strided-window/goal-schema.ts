import * as v from 'valibot';

/** What can be asked of a window with a stride: that it jumps, both ways, and yet sees every cell. */
export const goalSchema = v.strictObject({ name: v.literal('nothing-left-over') });
