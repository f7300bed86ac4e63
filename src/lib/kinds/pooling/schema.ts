import * as v from 'valibot';
import { MOST_CELLS } from '../shared/limits';
import { count, rows } from '../shared/schema-parts';
import { model } from './model';

/** More channels than this find no room on a stage. */
const MOST_CHANNELS = 3;

/** What a lesson writes down of a pooling. */
export const schema = v.pipe(
  v.strictObject({
    channels: v.pipe(v.array(rows), v.minLength(1), v.maxLength(MOST_CHANNELS)),
    show: v.picklist(['max', 'average', 'both']),
    size: v.optional(v.pipe(count(1), v.maxValue(MOST_CELLS)), 2),
    stride: v.optional(v.pipe(count(1), v.maxValue(MOST_CELLS)), 2),
    padding: v.optional(count(0), 0),
    ceil: v.optional(v.boolean(), false)
  }),
  v.check(
    ({ channels }) => new Set(channels.map((rows) => `${rows.length}×${rows[0]?.length}`)).size === 1,
    'the channels are of one size'
  ),
  v.check((settings) => {
    try {
      model.run(model.read(settings), 'cell');
      return true;
    } catch {
      return false;
    }
  }, 'the channels are matrices, and the window fits into them')
);
