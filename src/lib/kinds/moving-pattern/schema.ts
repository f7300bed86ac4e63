import { matrix } from '$lib/engine';
import * as v from 'valibot';
import { MOST_CELLS } from '../shared/limits';
import { isPattern, model } from './model';
import { count } from '../shared/schema-parts';

const shortList = <Item extends v.GenericSchema<number>>(item: Item) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(MOST_CELLS));

/** What a lesson writes down of a pattern that moves. */
export const schema = v.pipe(
  v.strictObject({
    side: v.pipe(count(1), v.maxValue(MOST_CELLS)),
    pattern: v.pipe(v.array(shortList(count(0))), v.minLength(1), v.maxLength(MOST_CELLS)),
    places: v.pipe(v.array(shortList(count(1))), v.minLength(1), v.maxLength(MOST_CELLS))
  }),
  v.check((settings) => {
    try {
      model.read(settings);
      return isPattern(matrix(settings.pattern));
    } catch {
      return false;
    }
  }, 'the pattern has zeros and ones, and stands within the image at every place')
);
