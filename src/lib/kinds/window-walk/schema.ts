import * as v from 'valibot';
import { lineEntries } from '../shared/line/entries';

/** What a lesson writes down of a walk along one line. */
export const schema = v.strictObject(lineEntries);
