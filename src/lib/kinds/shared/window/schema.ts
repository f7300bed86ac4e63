import { sizeOf, windowGeometry } from '$lib/engine';
import * as v from 'valibot';
import { count, rows } from '../schema-parts';
import { readSettings } from './model';

/** What a lesson writes down of a window. */
export const windowSchema = v.pipe(
  v.strictObject({
    input: rows,
    kernel: rows,
    stride: v.optional(count(1), 1),
    padding: v.optional(count(0), 0)
  }),
  v.check((settings) => {
    try {
      const { input, kernel, stride, padding } = readSettings(settings);
      windowGeometry(sizeOf(input), sizeOf(kernel), { stride, padding });
      return true;
    } catch {
      return false;
    }
  }, 'input and kernel are matrices, and the kernel fits into the padded input')
);
