import * as v from 'valibot';
import { count, rows } from '../shared/schema-parts';
import { model } from './model';

const isSquare = (matrix: readonly (readonly unknown[])[]) =>
  matrix.every((row) => row.length === matrix.length);

/** What a lesson writes down of the maps of several strides. */
export const schema = v.pipe(
  v.strictObject({
    input: rows,
    kernel: rows,
    strides: v.pipe(v.array(count(1)), v.minLength(2), v.maxLength(3)),
    drawn: v.picklist(['maps', 'places'])
  }),
  v.check(({ input, kernel }) => isSquare(input) && isSquare(kernel), 'input and kernel are square'),
  v.check(({ strides: [first] }) => first === 1, 'the first stride is 1: the others are parts of its map'),
  v.check(
    ({ strides, kernel }) => strides.every((stride) => stride <= kernel.length),
    'no stride is longer than the kernel: what is left over lies at the edge'
  ),
  v.check((settings) => {
    try {
      model.run(model.read(settings), 'cell');
      return true;
    } catch {
      return false;
    }
  }, 'the kernel fits into the input')
);
