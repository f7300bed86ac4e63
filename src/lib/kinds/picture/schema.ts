import * as v from 'valibot';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** What a lesson writes down of a picture. */
export const schema = v.strictObject({
  photo: v.picklist(['chelsea', 'coffee']),
  own: v.optional(v.boolean(), false),
  stops: v.pipe(
    v.array(
      v.strictObject({
        plane: v.optional(v.picklist(['colour', 'grey', 'red', 'green', 'blue']), 'colour'),
        apart: v.optional(v.boolean(), false),
        row: v.optional(share, 0.5),
        column: v.optional(share, 0.5),
        columns: v.optional(v.nullable(v.pipe(v.number(), v.minValue(1))), null)
      })
    ),
    v.minLength(2)
  )
});
