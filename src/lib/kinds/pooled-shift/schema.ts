import * as v from 'valibot';
import { MOST_CELLS } from '../shared/limits';
import { count, rows } from '../shared/schema-parts';

/** What a lesson writes down of an input that is shifted. */
export const schema = v.pipe(
  v.strictObject({
    input: rows,
    operation: v.optional(v.picklist(['max', 'average']), 'max'),
    size: v.optional(count(1), 2),
    shifts: v.pipe(count(1), v.maxValue(MOST_CELLS))
  }),
  v.check(
    ({ input, size }) =>
      input.every((row) => row.length === input[0]?.length && size <= row.length) && size <= input.length,
    'the input is a matrix, and the window fits into it'
  )
);
