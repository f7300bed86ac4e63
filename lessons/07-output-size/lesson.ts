import type { LessonPlan } from '$lib/course';

export default {
  number: 7,
  slug: 'output-size',
  chapter: 2,
  picture: { input: 6, kernel: 3, stride: 2 },
  exercises: ['output-size', 'missing-setting', 'same-padding'],
  scenes: [
    {
      id: 'six-to-four',
      kind: 'window-walk',
      minutes: 4,
      grain: 'cell',
      settings: { input: 6, kernel: 3 },
      cues: [0, 1, 2, 4, 5, 6, 7, 8]
    },
    {
      id: 'one-line',
      kind: 'window-walk',
      grain: 'cell',
      settings: { input: 8, kernel: 3, stride: 2 },
      cues: [0, 1, 2, 3, 4, 5, 6, 7],
      predictions: [
        { cell: 2, asks: 7, rules: ['rounded-up', 'unrounded', 'forgot-first-place', 'ignored-stride'] }
      ]
    },
    {
      id: 'with-padding',
      kind: 'window-walk',
      grain: 'cell',
      settings: { input: 6, kernel: 5, stride: 2, padding: 4 },
      cues: [0, 1, 5, 6, 7, 8, 9],
      predictions: [
        {
          cell: 2,
          asks: 9,
          rules: ['padding-once', 'rounded-up', 'unrounded', 'forgot-first-place', 'ignored-padding']
        }
      ]
    },
    {
      id: 'with-gaps',
      kind: 'window-walk',
      grain: 'cell',
      settings: { input: 9, kernel: 3, dilation: 2 },
      cues: [0, 1, 5, 6, 9],
      predictions: [{ cell: 2, asks: 9, rules: ['ignored-dilation', 'dilation-times-kernel'] }]
    },
    {
      id: 'keep-size',
      kind: 'window-walk',
      grain: 'cell',
      editable: true,
      settings: { input: 8, kernel: 5 },
      cues: [0, 1, 4, 8],
      goal: { name: 'output-length', output: 8, kept: { input: 8, kernel: 5, stride: 1, dilation: 1 } }
    },
    {
      id: 'which-stride',
      kind: 'window-walk',
      minutes: 4,
      grain: 'cell',
      editable: true,
      settings: { input: 11, kernel: 3 },
      cues: [0, 1, 9, 13],
      goal: {
        name: 'output-length',
        output: 3,
        leftover: 0,
        kept: { input: 11, kernel: 3, padding: 0, dilation: 1 }
      }
    },
    {
      id: 'four-notations',
      kind: 'size-notations',
      minutes: 4,
      grain: 'cell',
      editable: true,
      settings: { input: 8, kernel: 3, stride: 2, padding: 1 },
      cues: [0, 1, 2, 3, 4, 5],
      goal: { name: 'divides-evenly' }
    },
    {
      id: 'frameworks',
      kind: 'size-conventions',
      minutes: 5,
      grain: 'cell',
      editable: true,
      settings: { input: 6, kernel: 3, stride: 2, padding: 1 },
      cues: [0, 1, 2, 3, 4],
      predictions: [{ cell: 2, rules: ['kept-length', 'ignored-padding'] }],
      goal: { name: 'pads-alike' }
    }
  ]
} satisfies LessonPlan;
