import * as v from 'valibot';
import { model } from './model';
import { entry, rows } from '../shared/schema-parts';

/** More maps than this find no room on a stage. */
const MOST_FILTERS = 3;

/** What a lesson writes down of filters with bias. */
export const schema = v.pipe(
  v.strictObject({
    input: rows,
    kernels: v.pipe(v.array(rows), v.minLength(1)),
    biases: v.pipe(v.array(entry), v.minLength(1), v.maxLength(MOST_FILTERS)),
    activation: v.optional(v.picklist(['none', 'relu']), 'none')
  }),
  v.check(({ kernels, biases }) => kernels.length === biases.length, 'there is a bias for each kernel'),
  v.check(
    ({ biases, activation }) => activation === 'none' || biases.length === 1,
    'an activation is shown for one filter'
  ),
  v.check((settings) => {
    try {
      model.run(model.read(settings), 'cell');
      return true;
    } catch {
      return false;
    }
  }, 'input and kernels are matrices, the kernels of one size, and they fit into the input')
);
