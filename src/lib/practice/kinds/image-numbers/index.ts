import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { exercise, type ShapeParameters } from './exercise';

/** The colour image that the lesson draws number by number has at most so many rows and columns. */
const MOST_ROWS = 8;
const COLOURS = 3;

const shapeText = ({ shape }: ShapeParameters) => `(${shape.join(', ')})`;

/** A plane of a colour image, lighter from pixel to pixel; which numbers they are does not matter here. */
function plane(rows: number, columns: number, first: number): number[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => first + 4 * (row * columns + column))
  );
}

export default questionKind<ShapeParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_numbers_title,
  ask: (parameters) => m.q_numbers_ask({ shape: shapeText(parameters) }),
  givens: (parameters) => [{ type: 'fact', label: m.q_numbers_shape(), text: shapeText(parameters) }],
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
    return m.q_numbers_why({ equation: `${shape.join('×')} = ${count}` });
  },
  scene: ({ shape: [height, width, channels] }) =>
    channels === COLOURS && Math.max(height, width) <= MOST_ROWS
      ? sceneOf({
          kind: 'colour-image',
          settings: {
            red: plane(height, width, 100),
            green: plane(height, width, 60),
            blue: plane(height, width, 20)
          },
          grain: 'cell'
        })
      : null
});
