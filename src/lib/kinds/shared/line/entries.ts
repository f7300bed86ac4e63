import * as v from 'valibot';
import { count } from '../schema-parts';
import { LINE_BOUNDS, type LineLength } from './settings';

const within = (key: LineLength) => v.pipe(count(LINE_BOUNDS[key].least), v.maxValue(LINE_BOUNDS[key].most));

/** What a lesson writes down of a line; a stride, a padding or a dilation that it leaves out is the usual one. */
export const lineEntries = {
  input: within('input'),
  kernel: within('kernel'),
  stride: v.optional(within('stride'), 1),
  padding: v.optional(within('padding'), 0),
  dilation: v.optional(within('dilation'), 1)
};
