import * as v from 'valibot';

/** What can be asked of conventions: that padding alike on both ends and 'same' pad alike, though the window jumps. */
export const goalSchema = v.strictObject({ name: v.literal('pads-alike') });
