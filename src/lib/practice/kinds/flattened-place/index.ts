import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { shadedPicture } from '../shared/pictures';
import { readPlace } from '../shared/places';
import { exercise, type PixelParameters } from './exercise';

/** The lesson unrolls larger pictures row by row. */
const MOST_PIXELS = 8;

/** The picture and the pixel, as sentences name them; `before` counts the rows above the pixel. */
const numbers = ({ size, at }: PixelParameters) => ({ ...size, ...readPlace(at), before: at.row });

export default questionKind<PixelParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_flat_title,
  ask: (parameters) => m.q_flat_ask(numbers(parameters)),
  givens: () => [],
  hints: (parameters) => [
    m.q_flat_hint_1(),
    m.q_flat_hint_2(numbers(parameters)),
    m.q_flat_hint_3(numbers(parameters))
  ],
  wrong: {
    'column-by-column': () => m.q_flat_column_by_column(),
    'counted-from-zero': () => m.q_flat_counted_from_zero(),
    'one-row-too-many': (parameters) => m.q_flat_one_row_too_many(numbers(parameters))
  },
  why: (parameters) => {
    const { before, width, column } = numbers(parameters);
    return m.q_flat_why({ before, width, column, place: before * width + column });
  },
  scene: (parameters, rule) => {
    if (rule) return null;
    const { height, width, row, column, before } = numbers(parameters);
    const byPixel = Math.max(height, width) <= MOST_PIXELS;
    const cell = byPixel ? before * width + column : row;
    return sceneOf({
      kind: 'flatten',
      settings: {
        image: shadedPicture(height, width, 0, byPixel ? 4 : 1),
        by: byPixel ? 'pixel' : 'row'
      },
      grain: 'cell',
      cells: [cell, cell]
    });
  }
});
