import * as v from 'valibot';
import { rows } from '../shared/schema-parts';
import { readModes, runModes } from './model';

/** What a lesson writes down of an input that is padded in several ways. */
export const schema = v.pipe(
  v.strictObject({ input: rows, kernel: rows }),
  v.check((raw) => {
    try {
      runModes(readModes(raw));
      return true;
    } catch {
      return false;
    }
  }, 'input and kernel are matrices, and a mirror image of the input fills its padding')
);
