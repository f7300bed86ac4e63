import * as v from 'valibot';

/** A matrix has at most this many rows and columns, so that every cell stays readable. */
export const MOST_CELLS = 8;

/** A whole number of an address. */
export const linkedNumber = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number), v.minValue(least), v.maxValue(most));
