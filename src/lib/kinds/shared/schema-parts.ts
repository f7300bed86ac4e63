import * as v from 'valibot';
import { WHITE } from './lightness';
import { MOST_CELLS } from './limits';

/** A number as a lesson writes it: 3, '1/3'. */
export const entry = v.union([v.number(), v.string()]);

/** A matrix as a lesson writes it. */
export const rows = v.pipe(
  v.array(v.pipe(v.array(entry), v.minLength(1), v.maxLength(MOST_CELLS))),
  v.minLength(1),
  v.maxLength(MOST_CELLS)
);

/** A whole number from `least` on. */
export const count = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least));

/** How light a pixel is, in grey or of one plane. */
export const lightness = v.pipe(count(0), v.maxValue(WHITE));
