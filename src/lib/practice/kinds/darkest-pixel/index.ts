import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { givenMatrix } from '../shared/matrices';
import { readPlace } from '../shared/places';
import { darkestOf, exercise, type PictureParameters } from './exercise';

export default questionKind<PictureParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_dark_title,
  ask: () => m.q_dark_ask(),
  givens: ({ picture }) => [givenMatrix('input', m.q_dark_picture(), picture)],
  hints: () => [m.q_dark_hint_1(), m.q_dark_hint_2(), m.q_dark_hint_3()],
  wrong: {
    'brightest-pixel': () => m.q_dark_brightest_pixel(),
    'swapped-axes': () => m.q_dark_swapped_axes(),
    'one-line-only': () => m.q_dark_one_line_only()
  },
  why: ({ picture }) => {
    const place = darkestOf(picture);
    return m.q_dark_why({ ...readPlace(place), value: picture[place.row]?.[place.column] ?? '' });
  },
  // The picture is read pixel by pixel, up to the darkest one.
  scene: ({ picture }, rule) => {
    const { row, column } = darkestOf(picture);
    const pixel = row * (picture[0]?.length ?? 0) + column + 1;
    return rule
      ? null
      : sceneOf({
          kind: 'flatten',
          settings: { image: picture, by: 'pixel' },
          grain: 'cell',
          cells: [pixel, pixel]
        });
  }
});
