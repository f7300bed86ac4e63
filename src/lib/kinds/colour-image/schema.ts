import * as v from 'valibot';
import { MOST_CELLS } from '../shared/limits';
import { lightness } from '../shared/schema-parts';

const side = <Item>(item: v.GenericSchema<Item>) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(MOST_CELLS));
const plane = side(side(lightness));

/** What a lesson writes down of a small colour image. */
export const schema = v.pipe(
  v.strictObject({ red: plane, green: plane, blue: plane }),
  v.check(({ red, green, blue }) => {
    const rows = [...red, ...green, ...blue];
    const isOneHeight = red.length === green.length && green.length === blue.length;
    return isOneHeight && new Set(rows.map((row) => row.length)).size === 1;
  }, 'the three planes are of one size')
);
