import * as v from 'valibot';

/** What can be asked of the two conventions: a kernel that is its own half turn, so that they never differ. */
export const goalSchema = v.strictObject({ name: v.literal('own-half-turn') });
