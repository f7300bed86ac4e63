import type { Position } from '$lib/engine';
import type { ExerciseKind } from '$lib/exercise';
import { isInside, placeAnswer, swapped } from '../shared/places';

/** A small grey picture: 0 is black, 255 is white. */
export interface PictureParameters {
  readonly picture: readonly (readonly number[])[];
}

/** The place of the number that comes first in an order; of equal ones the first. */
function foremost(
  picture: PictureParameters['picture'],
  isBefore: (value: number, best: number) => boolean
): Position {
  let best = { row: 0, column: 0, value: picture[0]?.[0] ?? 0 };
  for (const [row, values] of picture.entries()) {
    for (const [column, value] of values.entries()) {
      if (isBefore(value, best.value)) best = { row, column, value };
    }
  }
  return { row: best.row, column: best.column };
}

export const darkestOf = (picture: PictureParameters['picture']) =>
  foremost(picture, (value, best) => value < best);
const brightestOf = (picture: PictureParameters['picture']) =>
  foremost(picture, (value, best) => value > best);

/** The darkest pixel of a picture, read off its numbers. */
export const exercise = {
  draw(draw, level) {
    const [rows, columns] = ({ 1: [3, 3], 2: [4, 4], 3: [5, 6] } as const)[level];
    // Far apart at first; in the end so near to each other that no eye tells them apart. No two are equal.
    const values = {
      1: Array.from({ length: 25 }, (_, index) => 10 * (index + 1)),
      2: Array.from({ length: 256 }, (_, index) => index),
      3: Array.from({ length: 60 }, (_, index) => 70 + index)
    };
    const drawn = draw.shuffled(values[level]);
    return {
      picture: Array.from({ length: rows }, (_, row) => drawn.slice(row * columns, (row + 1) * columns))
    };
  },
  form: ({ picture }) => ({ form: 'place', rows: picture.length, columns: picture[0]?.length ?? 0 }),
  answer: ({ picture }) => placeAnswer(darkestOf(picture)),
  wrong: {
    /** Takes a small number for much light. */
    'brightest-pixel': ({ picture }: PictureParameters) => [placeAnswer(brightestOf(picture))],
    'swapped-axes': ({ picture }: PictureParameters) => {
      const place = swapped(darkestOf(picture));
      const size = { height: picture.length, width: picture[0]?.length ?? 0 };
      return isInside(place, size) ? [placeAnswer(place)] : [];
    },
    /** Looks through one row, or one column, only. */
    'one-line-only': ({ picture }: PictureParameters) => [
      placeAnswer(darkestOf(picture.slice(0, 1))),
      placeAnswer(darkestOf(picture.map((row) => row.slice(0, 1))))
    ]
  }
} satisfies ExerciseKind<PictureParameters>;
