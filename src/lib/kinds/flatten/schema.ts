import * as v from 'valibot';
import { MOST_CELLS } from '../shared/limits';
import { lightness } from '../shared/schema-parts';

/** Larger images would have pixels that are too small to point at. */
const MOST_PIXELS = 32;

/** What a lesson writes down of an image that is flattened. */
export const schema = v.pipe(
  v.strictObject({
    image: v.pipe(
      v.array(v.pipe(v.array(lightness), v.minLength(1), v.maxLength(MOST_PIXELS))),
      v.minLength(1),
      v.maxLength(MOST_PIXELS)
    ),
    by: v.picklist(['pixel', 'row']),
    unit: v.optional(v.strictObject({ lighterThan: lightness }))
  }),
  v.check(
    ({ image, unit }) => unit === undefined || image.length > MOST_CELLS,
    'a dense unit looks at an image whose pixels are too many to be edited'
  ),
  v.check(({ image }) => image.every((row) => row.length === image[0]?.length), 'rows are equally long'),
  v.check(
    ({ image, by }) => by === 'row' || (image.length <= MOST_CELLS && (image[0]?.length ?? 0) <= MOST_CELLS),
    'an image that is unrolled pixel by pixel has at most 8 rows and columns'
  )
);
