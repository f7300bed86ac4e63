import type { LessonPlan } from '$lib/course';

const FOUR = [
  [1, 0, 2, 3],
  [2, 1, 0, 1],
  [1, 0, 1, 3],
  [2, 0, 3, 2]
];
const SEVEN = [
  [1, 2, 3, 0, 1, 2, 3],
  [0, 1, 2, 3, 0, 1, 2],
  [3, 0, 1, 2, 3, 0, 1],
  [2, 3, 0, 1, 2, 3, 0],
  [1, 2, 3, 0, 1, 2, 3],
  [0, 1, 2, 3, 0, 1, 2],
  [3, 0, 1, 2, 3, 0, 1]
];
const SEVEN_KERNEL = [
  [2, 0, 1],
  [0, 1, 2],
  [1, 0, 2]
];

/** Eight cells and a window of five. */
const EIGHT = {
  input: [
    [1, 0, 2, 3, 1, 0, 2, 1],
    [2, 1, 0, 1, 3, 2, 0, 1],
    [1, 0, 1, 3, 0, 1, 2, 0],
    [2, 0, 3, 2, 1, 0, 1, 3],
    [0, 1, 2, 0, 2, 3, 1, 0],
    [1, 3, 0, 1, 0, 2, 1, 2],
    [0, 2, 1, 0, 1, 1, 3, 0],
    [3, 1, 0, 2, 0, 1, 0, 2]
  ],
  kernel: [
    [1, 0, 0, 0, 0],
    [0, 1, 0, 0, 0],
    [0, 0, 1, 0, 0],
    [0, 0, 0, 1, 0],
    [0, 0, 0, 0, 1]
  ],
  strides: [1, 2, 3],
  drawn: 'places' as const
};

export default {
  number: 5,
  slug: 'stride',
  chapter: 2,
  picture: { input: 5, kernel: 2, stride: 3 },
  exercises: ['strided-map', 'next-window', 'fed-outputs'],
  scenes: [
    {
      id: 'four-by-four-stride-2',
      kind: 'strided-window',
      minutes: 4,
      grain: 'cell',
      settings: {
        input: FOUR,
        kernel: [
          [1, 2],
          [3, 2]
        ],
        stride: 2
      },
      cues: [0, 1, 2, 3, 4],
      predictions: [{ cell: 2, rules: ['moved-by-one', 'scaled-by-stride', 'not-moved'] }]
    },
    {
      id: 'seven-by-seven-stride-2',
      kind: 'strided-window',
      grain: 'cell',
      settings: { input: SEVEN, kernel: SEVEN_KERNEL, stride: 2 },
      cues: [0, 1, 2, 3, 4, 9],
      predictions: [{ cell: 4, rules: ['moved-by-one', 'scaled-by-stride', 'not-moved'] }]
    },
    {
      id: 'seven-by-seven-stride-3',
      kind: 'strided-window',
      grain: 'cell',
      settings: { input: SEVEN, kernel: SEVEN_KERNEL, stride: 3 },
      cues: [0, 1, 2, 3, 4]
    },
    {
      id: 'side-by-side',
      kind: 'stride-strip',
      minutes: 4,
      grain: 'cell',
      settings: { input: SEVEN, kernel: SEVEN_KERNEL, strides: [1, 2, 3], drawn: 'maps' },
      cues: [0, 1, 2, 3, 5, 6]
    },
    {
      id: 'how-many-fit',
      kind: 'stride-strip',
      grain: 'cell',
      settings: EIGHT,
      cues: [0, 1, 2, 3, 4, 5, 6],
      predictions: [{ cell: 3, rules: ['rounded-up', 'input-by-stride', 'forgot-first-place'] }]
    },
    {
      id: 'what-is-left',
      kind: 'stride-strip',
      grain: 'cell',
      settings: EIGHT,
      cues: [0, 2, 3, 4, 6],
      predictions: [{ cell: 4, rules: ['border-counts', 'skipped-places', 'behind-first'] }]
    },
    {
      id: 'nothing-left',
      kind: 'strided-window',
      minutes: 4,
      grain: 'cell',
      editable: true,
      sizing: true,
      settings: {
        input: [
          [3, 1, 0, 2, 1, 0, 2, 3],
          [0, 2, 1, 3, 0, 1, 1, 0],
          [1, 0, 2, 1, 2, 3, 0, 1],
          [2, 1, 3, 0, 1, 0, 2, 2],
          [0, 2, 1, 1, 0, 2, 1, 0],
          [1, 0, 2, 0, 3, 1, 0, 1],
          [2, 3, 0, 1, 1, 0, 2, 3]
        ],
        kernel: [
          [1, 0, -1],
          [1, 0, -1],
          [1, 0, -1]
        ],
        stride: [2, 3]
      },
      cues: [0, 1, 3, 6],
      goal: { name: 'nothing-left-over' }
    }
  ]
} satisfies LessonPlan;
