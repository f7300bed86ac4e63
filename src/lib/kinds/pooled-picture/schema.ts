import * as v from 'valibot';
import { count } from '../shared/schema-parts';

/** What a lesson writes down of a photograph that is sub-sampled. */
export const schema = v.strictObject({
  photo: v.picklist(['chelsea', 'coffee']),
  factors: v.pipe(v.array(count(1)), v.minLength(2))
});
