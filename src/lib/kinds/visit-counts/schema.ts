import * as v from 'valibot';
import { count, rows } from '../shared/schema-parts';
import { readVisits } from './model';
import { COMPANIONS, PADDING_NAMES, sidesOfVisits, VISIT_BOUNDS } from './settings';

const within = ({ least, most }: { least: number; most: number }) => v.pipe(count(least), v.maxValue(most));

/** What a lesson writes down of a window that visits pixels. */
export const schema = v.pipe(
  v.strictObject({
    input: rows,
    kernel: within(VISIT_BOUNDS.kernel),
    padding: v.optional(v.union([within(VISIT_BOUNDS.padding), v.picklist(PADDING_NAMES)]), 'valid'),
    beside: v.optional(v.picklist(COMPANIONS), 'output')
  }),
  v.check((raw) => {
    try {
      sidesOfVisits(readVisits(raw));
      return true;
    } catch {
      return false;
    }
  }, 'the input is a matrix, and the window fits into it with its padding')
);
