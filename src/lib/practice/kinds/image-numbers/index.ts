import { countText, shapeText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { shadedPicture } from '../shared/pictures';
import { exercise, type ShapeParameters } from './exercise';

/** The colour image that the lesson draws number by number has at most so many rows and columns. */
const MOST_ROWS = 8;
const COLOURS = 3;

export default questionKind<ShapeParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_numbers_title,
  ask: ({ shape }) => m.q_numbers_ask({ shape: shapeText(shape) }),
  givens: ({ shape }) => [{ type: 'fact', label: m.q_numbers_shape(), text: shapeText(shape) }],
  hints: ({ shape: [height, width, channels] }) => [
    m.q_numbers_hint_1(),
    m.q_numbers_hint_2({ height, width }),
    m.q_numbers_hint_3({ channels })
  ],
  wrong: {
    'one-plane': ({ shape: [, , channels] }) => m.q_numbers_one_plane({ channels }),
    'added-lengths': () => m.q_numbers_added_lengths(),
    'added-channels': ({ shape: [, , channels] }) => m.q_numbers_added_channels({ channels })
  },
  why: ({ shape }) => {
    const count = shape.reduce((product, length) => product * length, 1);
    return m.q_numbers_why({ equation: `${shape.join('×')} = ${countText(count)}` });
  },
  scene: ({ shape: [height, width, channels] }, rule) => {
    if (channels !== COLOURS || Math.max(height, width) > MOST_ROWS) return null;
    // One plane peels off, and then it ends; or all three do, and their numbers are counted.
    if (rule && rule !== 'one-plane') return null;
    return sceneOf({
      kind: 'colour-image',
      settings: {
        red: shadedPicture(height, width, 100, 4),
        green: shadedPicture(height, width, 60, 4),
        blue: shadedPicture(height, width, 20, 4)
      },
      grain: 'cell',
      cells: rule ? [1, 1] : [1, COLOURS + 1]
    });
  }
});
