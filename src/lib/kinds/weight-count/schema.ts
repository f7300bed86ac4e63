import * as v from 'valibot';
import { count } from '../shared/schema-parts';
import { SIDE_BOUNDS } from './model';

const within = ({ least, most }: { least: number; most: number }) => v.pipe(count(least), v.maxValue(most));

/** What a lesson writes down of a count of weights. */
export const schema = v.pipe(
  v.strictObject({ side: within(SIDE_BOUNDS.side), kernel: within(SIDE_BOUNDS.kernel) }),
  v.check(({ side, kernel }) => kernel <= side, 'the filter fits into the image')
);
