import * as v from 'valibot';
import { lineEntries } from '../shared/line/entries';

/** What a lesson writes down of the conventions; all of them without dilation. */
export const schema = v.strictObject({ ...lineEntries, dilation: v.optional(v.literal(1), 1) });
