import type { LessonPlan } from '$lib/course';

/** The example that both poolings are worked out on. */
const EXAMPLE = [
  [3, -1, 12, -1],
  [-3, 1, 0, 1],
  [2, -3, 0, 1],
  [3, -2, 4, -1]
];

export default {
  number: 14,
  slug: 'pooling',
  chapter: 3,
  picture: { input: 4, kernel: 2, stride: 2 },
  exercises: ['max-pooling', 'average-pooling', 'pooled-size'],
  scenes: [
    {
      id: 'max-pool-4x4',
      kind: 'pooling',
      minutes: 4,
      grain: 'cell',
      settings: { channels: [EXAMPLE], show: 'max' },
      cues: [0, 1, 2, 4]
    },
    {
      id: 'largest',
      kind: 'pooling',
      grain: 'cell',
      settings: {
        channels: [
          [
            [4, 0, 2, -9],
            [-6, 3, 5, 1],
            [7, 7, -4, -2],
            [-1, 2, -8, -3]
          ]
        ],
        show: 'max'
      },
      cues: [0, 2, 3, 4],
      predictions: [
        { cell: 2, rules: ['largest-magnitude', 'first-value', 'added-up'] },
        { cell: 4, rules: ['never-negative', 'largest-magnitude', 'first-value'] }
      ]
    },
    {
      id: 'avg-pool-4x4',
      kind: 'pooling',
      grain: 'cell',
      settings: { channels: [EXAMPLE], show: 'average' },
      cues: [0, 1, 2, 3, 4]
    },
    {
      id: 'strong-and-weak',
      kind: 'pooling',
      minutes: 4,
      grain: 'cell',
      editable: true,
      settings: {
        channels: [
          [
            [8, 0, 2, 2],
            [0, 0, 2, 2],
            [1, 5, 0, 6],
            [0, 3, 0, 0]
          ]
        ],
        show: 'both'
      },
      cues: [0, 1, 2, 3, 4],
      predictions: [{ cell: 3, rules: ['added-up', 'other-pooling', 'wrong-divisor'] }],
      goal: { name: 'maps-equal' }
    },
    {
      id: 'channel-by-channel',
      kind: 'pooling',
      grain: 'cell',
      settings: {
        channels: [
          [
            [3, 1, 6, 0],
            [2, 0, 1, 4],
            [5, 2, 0, 1],
            [1, 7, 2, 3]
          ],
          [
            [1, 2, 4, 1],
            [0, 9, 3, 0],
            [2, 0, 1, 8],
            [4, 1, 0, 5]
          ],
          [
            [0, 5, 2, 9],
            [1, 3, 7, 2],
            [6, 1, 0, 4],
            [2, 0, 1, 1]
          ]
        ],
        show: 'max'
      },
      cues: [0, 1, 5, 6, 12],
      predictions: [{ cell: 6, rules: ['mixed-channels', 'other-pooling', 'added-up'] }]
    },
    {
      id: 'why-shrink',
      kind: 'pooling-count',
      minutes: 2,
      grain: 'cell',
      settings: { shape: [32, 26, 26], size: 2, filters: 64, kernel: 3 },
      cues: [0, 1, 2, 3, 4, 5],
      predictions: [{ cell: 3, rules: ['window-of-weights', 'filters-with-bias', 'one-per-channel'] }]
    },
    {
      id: 'overlapping',
      kind: 'pooling',
      grain: 'cell',
      editable: true,
      sizing: true,
      settings: {
        channels: [
          [
            [1, 5, 2, 0, 4, 1],
            [3, 0, 2, 1, 7, 0],
            [2, 1, 6, 0, 3, 9],
            [0, 4, 1, 2, 0, 3],
            [1, 0, 8, 0, 2, 5],
            [2, 3, 0, 1, 6, 0]
          ]
        ],
        show: 'max',
        size: 3,
        stride: 2
      },
      cues: [0, 1, 2, 4],
      predictions: [{ cell: 2, rules: ['moved-by-one', 'moved-by-size', 'first-value'] }],
      goal: { name: 'output-size', height: 3, width: 3 }
    },
    {
      id: 'shifted',
      kind: 'pooled-shift',
      minutes: 4,
      grain: 'cell',
      editable: true,
      settings: {
        input: [
          [5, 0, 0, 7, 0, 0],
          [0, 0, 0, 0, 3, 0],
          [0, 0, 4, 0, 0, 6],
          [2, 0, 0, 0, 0, 0]
        ],
        shifts: 2
      },
      cues: [0, 1, 2, 3],
      predictions: [{ cell: 2, rules: ['all-survive', 'none-survive', 'counted-inputs'] }],
      goal: { name: 'all-survive', atLeast: 4 }
    },
    {
      id: 'photograph',
      kind: 'pooled-picture',
      grain: 'cell',
      settings: { photo: 'chelsea', factors: [1, 2, 4, 8] },
      cues: [0, 1, 2, 3]
    },
    {
      id: 'global-average',
      kind: 'pooling',
      grain: 'cell',
      settings: {
        channels: [
          [
            [8, 0, 0, 0],
            [0, 8, 0, 0],
            [0, 0, 8, 0],
            [0, 0, 0, 8]
          ],
          [
            [0, 0, 0, 0],
            [0, 3, 3, 0],
            [0, 2, 0, 0],
            [0, 0, 0, 0]
          ],
          [
            [1, 1, 1, 1],
            [1, 1, 1, 1],
            [1, 1, 1, 1],
            [1, 1, 1, 1]
          ]
        ],
        show: 'average',
        size: 4,
        stride: 4
      },
      cues: [0, 1, 2, 3],
      predictions: [{ cell: 2, rules: ['added-up', 'other-pooling', 'wrong-divisor'] }]
    }
  ]
} satisfies LessonPlan;
