import * as v from 'valibot';
import { count, entry, rows } from '../shared/schema-parts';
import { model } from './model';
import { MOST_CHANNELS, MOST_FILTERS } from './settings';

const planes = v.pipe(v.array(rows), v.minLength(1), v.maxLength(MOST_CHANNELS));

/** What a lesson writes down of a filter bank. */
export const schema = v.pipe(
  v.strictObject({
    input: planes,
    filters: v.pipe(v.array(planes), v.minLength(1), v.maxLength(MOST_FILTERS)),
    biases: v.array(entry),
    groups: v.optional(count(1), 1)
  }),
  v.check(
    ({ input, filters, biases }) =>
      biases.length === filters.length && filters.every((filter) => filter.length === input.length),
    'there is a bias for each filter, and each filter has a plane for each channel'
  ),
  v.check((settings) => {
    try {
      model.run(model.read(settings), 'cell');
      return true;
    } catch {
      return false;
    }
  }, 'planes are of one size, filters are of one size and fit, and the groups divide channels and filters')
);
