import type { LessonPlan } from '$lib/course';

/** The 4×4 example of the convolution lesson. */
const INPUT = [
  [1, 0, 2, 3],
  [2, 1, 0, 1],
  [1, 0, 1, 3],
  [2, 0, 3, 2]
];
const KERNEL = [
  [1, 2, 0],
  [3, 2, 1],
  [0, 1, 3]
];

export default {
  number: 4,
  slug: 'bias',
  chapter: 1,
  picture: { input: 4, kernel: 2, maps: 2 },
  exercises: ['biased-map', 'missing-weight', 'cell-with-relu'],
  scenes: [
    {
      id: 'one-number',
      kind: 'bias',
      minutes: 4,
      grain: 'cell',
      settings: { input: INPUT, kernels: [KERNEL], biases: [3] },
      cues: [0, 1, 2, 4],
      predictions: [{ cell: 2, rules: ['forgot-bias', 'bias-per-weight', 'multiplied-bias'] }]
    },
    {
      id: 'one-per-filter',
      kind: 'bias',
      minutes: 4,
      grain: 'cell',
      settings: {
        input: INPUT,
        kernels: [
          KERNEL,
          [
            [-1, 0, 1],
            [-1, 0, 1],
            [-1, 0, 1]
          ]
        ],
        biases: [3, -2]
      },
      cues: [0, 1, 5, 8],
      predictions: [{ cell: 6, rules: ['other-bias', 'forgot-bias', 'bias-per-weight'] }]
    },
    {
      id: 'through-relu',
      kind: 'bias',
      minutes: 6,
      grain: 'cell',
      editable: true,
      settings: {
        input: INPUT,
        kernels: [
          [
            [1, -1],
            [1, -1]
          ]
        ],
        biases: [-2],
        activation: 'relu'
      },
      cues: [0, 1, 2, 7, 9],
      goal: { name: 'positive-cells', count: 4 }
    }
  ]
} satisfies LessonPlan;
