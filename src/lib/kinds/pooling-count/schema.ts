import * as v from 'valibot';
import { count } from '../shared/schema-parts';

/** What a lesson writes down of a pooling layer and the convolution after it. */
export const schema = v.pipe(
  v.strictObject({
    shape: v.strictTuple([count(1), count(1), count(1)]),
    size: count(1),
    filters: count(1),
    kernel: count(1)
  }),
  v.check(
    ({ shape: [, height, width], size, kernel }) => kernel <= Math.floor(Math.min(height, width) / size),
    'window and filter fit'
  )
);
