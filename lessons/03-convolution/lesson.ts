import type { LessonPlan } from '$lib/course';

/** Each row takes its right cell from its left one. */
const LEFT_MINUS_RIGHT = [
  [1, 0, -1],
  [1, 0, -1],
  [1, 0, -1]
];

/** Places of the photograph, in shares of its sides: the edge of a pupil, and a corner where the light is even. */
const PUPIL = { row: 0.338, column: 0.378 };
const BLANKET = { row: 0.0317, column: 0.0654 };

export default {
  number: 3,
  slug: 'convolution',
  chapter: 1,
  picture: { input: 5, kernel: 3 },
  exercises: ['output-cell', 'feature-map', 'half-turn'],
  scenes: [
    {
      id: 'six-by-six',
      kind: 'sliding-window',
      minutes: 8,
      grain: 'cell',
      settings: {
        input: [
          [1, 0, 0, 0, 0, 1],
          [0, 1, 0, 0, 1, 0],
          [0, 0, 1, 1, 0, 0],
          [1, 0, 0, 0, 1, 0],
          [0, 1, 0, 0, 1, 0],
          [0, 0, 1, 0, 1, 0]
        ],
        kernel: [
          [1, 0, 1],
          [0, 1, 0],
          [1, 0, 1]
        ]
      },
      cues: [0, 1, 2, 4, 5, 7, 8, 16],
      predictions: [{ cell: 8, rules: ['ignored-weights', 'counted-matches', 'added'] }]
    },
    {
      id: 'four-by-four',
      kind: 'sliding-window',
      minutes: 5,
      grain: 'product',
      code: true,
      settings: {
        input: [
          [1, 0, 2, 3],
          [2, 1, 0, 1],
          [1, 0, 1, 3],
          [2, 0, 3, 2]
        ],
        kernel: [
          [1, 2, 0],
          [3, 2, 1],
          [0, 1, 3]
        ]
      },
      cues: [0, 1, 2, 9, 10, 36],
      predictions: [{ cell: 2, rules: ['turned-kernel', 'not-moved', 'added'] }]
    },
    {
      id: 'your-own',
      kind: 'sliding-window',
      minutes: 7,
      grain: 'cell',
      editable: true,
      sizing: true,
      code: true,
      settings: {
        input: [
          [3, 1, 0, 2, 1],
          [0, 2, 1, 3, 0],
          [1, 0, 2, 1, 2],
          [2, 1, 3, 0, 1],
          [0, 2, 1, 1, 0]
        ],
        kernel: LEFT_MINUS_RIGHT
      },
      cues: [0],
      goal: { name: 'averages' }
    },
    {
      id: 'flipped',
      kind: 'two-conventions',
      minutes: 6,
      grain: 'cell',
      editable: true,
      settings: {
        input: [
          [1, 2, 3, 0, 1, 2, 3],
          [0, 1, 2, 3, 0, 1, 2],
          [3, 0, 1, 2, 3, 0, 1],
          [2, 3, 0, 1, 2, 3, 0],
          [1, 2, 3, 0, 1, 2, 3],
          [0, 1, 2, 3, 0, 1, 2],
          [3, 0, 1, 2, 3, 0, 1]
        ],
        kernel: [
          [2, 0, 1],
          [0, 1, 2],
          [1, 0, 2]
        ]
      },
      cues: [0, 1, 2, 25],
      predictions: [{ cell: 2, rules: ['not-turned', 'mirrored'] }],
      goal: { name: 'own-half-turn' }
    },
    {
      id: 'photograph',
      kind: 'photo-filter',
      minutes: 7,
      grain: 'cell',
      editable: true,
      takes: 'your-own',
      settings: {
        photo: 'chelsea',
        own: true,
        stops: [
          { kernel: 'identity', ...PUPIL, filtered: false },
          { kernel: 'identity', ...PUPIL },
          { kernel: 'box-blur', ...PUPIL },
          { kernel: 'upright-edges', ...BLANKET, filtered: false },
          { kernel: 'upright-edges', ...BLANKET },
          { kernel: 'upright-edges', ...PUPIL },
          { kernel: 'mine', ...PUPIL }
        ],
        wall: 200,
        mine: LEFT_MINUS_RIGHT
      },
      cues: [0, 1, 2, 3, 4, 5, 6],
      predictions: [
        {
          cell: 4,
          rules: ['brightness-kept', 'ignored-weights', 'signs-ignored', 'negatives-dropped']
        }
      ],
      goal: { name: 'lying-edges' }
    }
  ]
} satisfies LessonPlan;
