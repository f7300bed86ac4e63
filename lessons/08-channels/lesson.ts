import type { LessonPlan } from '$lib/course';

const INPUT = [
  [
    [1, 0, 2, 1],
    [0, 3, 1, 0],
    [2, 1, 0, 1],
    [1, 0, 1, 2]
  ],
  [
    [0, 1, 1, 0],
    [2, 0, 1, 3],
    [1, 1, 0, 0],
    [0, 2, 1, 1]
  ],
  [
    [2, 0, 0, 1],
    [1, 1, 2, 0],
    [0, 0, 1, 1],
    [3, 1, 0, 0]
  ]
];
/** A vertical edge in red, a point in green, a horizontal edge in blue. */
const FILTER = [
  [
    [1, 0, -1],
    [1, 0, -1],
    [1, 0, -1]
  ],
  [
    [0, 1, 0],
    [1, -4, 1],
    [0, 1, 0]
  ],
  [
    [1, 1, 1],
    [0, 0, 0],
    [-1, -1, -1]
  ]
];

export default {
  number: 8,
  slug: 'channels',
  chapter: 2,
  picture: { input: 4, kernel: 2, channels: 3 },
  exercises: ['channel-sums', 'channels-or-filters', 'image-numbers'],
  scenes: [
    {
      id: 'one-filter',
      kind: 'channels',
      minutes: 8,
      grain: 'cell',
      settings: { input: INPUT, filter: FILTER, bias: 1, colours: 'named', counted: true },
      cues: [0, 1, 2, 4, 5],
      predictions: [
        { cell: 2, rules: ['one-channel', 'bias-per-channel'] },
        { cell: 5, rules: ['counted-bias-per-channel', 'counted-one-plane', 'counted-no-bias'] }
      ]
    },
    {
      id: 'photograph',
      kind: 'channels',
      minutes: 5,
      grain: 'cell',
      // From the photograph of the coffee cup: 3×3 pixels, from column 418 and row 345 on, where the red grows dark.
      settings: {
        input: [
          [
            [179, 156, 116],
            [143, 106, 81],
            [102, 81, 62]
          ],
          [
            [52, 43, 23],
            [32, 19, 12],
            [20, 12, 12]
          ],
          [
            [23, 15, 9],
            [11, 3, 5],
            [4, 2, 5]
          ]
        ],
        filter: [[[1]], [[-1]], [[0]]],
        colours: 'painted'
      },
      cues: [0, 1, 9]
    },
    {
      id: 'four-channels',
      kind: 'channels',
      minutes: 4,
      grain: 'cell',
      settings: {
        input: [
          [
            [1, 0, 2],
            [0, 3, 1],
            [2, 1, 0]
          ],
          [
            [0, 2, 1],
            [1, 0, 1],
            [0, 1, 2]
          ],
          [
            [2, 1, 0],
            [1, 0, 3],
            [0, 2, 1]
          ],
          [
            [0, 1, 1],
            [3, 0, 0],
            [1, 0, 2]
          ]
        ],
        filter: [
          [
            [1, 0],
            [0, 1]
          ],
          [
            [0, -1],
            [2, 0]
          ],
          [
            [1, 1],
            [-1, 0]
          ],
          [
            [0, 2],
            [0, -1]
          ]
        ],
        bias: -2
      },
      cues: [0, 1, 4],
      predictions: [{ cell: 2, rules: ['bias-per-channel', 'averaged-channels', 'bias-left-out'] }]
    },
    {
      id: 'first-row-zero',
      kind: 'channels',
      minutes: 5,
      grain: 'cell',
      editable: true,
      settings: { input: INPUT, filter: FILTER, bias: 1, colours: 'named' },
      cues: [0, 2, 4],
      goal: { name: 'row-is', row: 1, value: 0 }
    }
  ]
} satisfies LessonPlan;
