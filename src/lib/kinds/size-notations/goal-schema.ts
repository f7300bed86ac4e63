import * as v from 'valibot';

/** What can be asked of notations: that none leaves a fraction, although the window jumps and has padding. */
export const goalSchema = v.strictObject({ name: v.literal('divides-evenly') });
