import * as v from 'valibot';
import { MOST_STRIDE } from '../shared/window/link';
import { count, rows } from '../shared/schema-parts';
import { model } from './model';

const stride = v.pipe(count(1), v.maxValue(MOST_STRIDE));

/** What a lesson writes down of a window with a stride. */
export const schema = v.pipe(
  v.strictObject({ input: rows, kernel: rows, stride: v.union([stride, v.tuple([stride, stride])]) }),
  v.check((settings) => {
    try {
      model.run(model.read(settings), 'cell');
      return true;
    } catch {
      return false;
    }
  }, 'input and kernel are matrices, and the kernel fits into the input')
);
