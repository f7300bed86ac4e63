import type { LessonPlan } from '$lib/course';

/** The 4×4 example of the convolution lesson. */
const INPUT = [
  [1, 0, 2, 3],
  [2, 1, 0, 1],
  [1, 0, 1, 3],
  [2, 0, 3, 2]
];

export default {
  number: 6,
  slug: 'padding',
  chapter: 2,
  picture: { input: 3, kernel: 3, padding: 1 },
  exercises: ['padded-map', 'same-padding', 'visits'],
  scenes: [
    {
      id: 'visits',
      kind: 'visit-counts',
      minutes: 4,
      grain: 'cell',
      settings: { input: INPUT, kernel: 3, padding: 'valid' },
      cues: [0, 1, 2, 4],
      // Pixel (2, 2): the last place begins there.
      predictions: [{ cell: 2, asks: 4, rules: ['uniform', 'one-axis', 'visited-once'] }]
    },
    {
      id: 'one-ring',
      kind: 'visit-counts',
      grain: 'cell',
      settings: { input: INPUT, kernel: 3, padding: 1, beside: 'before' },
      cues: [0, 1, 6, 16],
      // The corner: after the sixth place the window leaves it behind.
      predictions: [{ cell: 2, asks: 6, rules: ['uniform', 'one-axis', 'padding-ignored'] }]
    },
    {
      id: 'valid-same-full',
      kind: 'visit-counts',
      minutes: 4,
      grain: 'cell',
      editable: true,
      sizing: true,
      settings: { input: INPUT, kernel: 3, padding: 'full', beside: 'before' },
      cues: [0, 1, 15, 36],
      // The corner again, which the fifteenth place leaves behind.
      predictions: [{ cell: 2, asks: 15, rules: ['as-same', 'one-axis', 'padding-ignored'] }]
    },
    {
      id: 'four-by-four-padded',
      kind: 'sliding-window',
      minutes: 5,
      grain: 'cell',
      settings: {
        input: INPUT,
        kernel: [
          [1, 2, 0],
          [3, 2, 1],
          [0, 1, 3]
        ],
        padding: 1
      },
      cues: [0, 1, 2, 6, 16],
      predictions: [{ cell: 2, rules: ['ring-forgotten', 'edge-repeated', 'added', 'turned-kernel'] }]
    },
    {
      id: 'what-stands-around',
      kind: 'padding-modes',
      grain: 'cell',
      editable: true,
      // The kernel subtracts the left neighbour from the right one: where it finds much, there is an edge.
      settings: { input: [[5, 6, 8, 8, 7]], kernel: [[-1, 0, 1]] },
      cues: [0, 1, 2, 5]
    },
    {
      id: 'even-filter',
      kind: 'visit-counts',
      grain: 'cell',
      editable: true,
      sizing: true,
      settings: { input: INPUT, kernel: 2, padding: 'same' },
      cues: [0, 1, 4, 16]
    },
    {
      id: 'keep-the-size',
      kind: 'visit-counts',
      minutes: 4,
      grain: 'cell',
      editable: true,
      sizing: true,
      settings: { input: INPUT, kernel: 5, padding: 1 },
      cues: [0],
      goal: { name: 'keeps-size', kernel: 7 }
    }
  ]
} satisfies LessonPlan;
