import type { LessonPlan } from '$lib/course';
import { FIVE } from './five';

export default {
  number: 2,
  slug: 'why-convolution',
  chapter: 1,
  picture: { input: 5, kernel: 3 },
  exercises: ['flattened-place', 'dense-weights', 'window-place'],
  scenes: [
    {
      id: 'three-by-three',
      kind: 'flatten',
      minutes: 5,
      grain: 'cell',
      editable: true,
      settings: {
        image: [
          [30, 210, 45],
          [190, 250, 175],
          [15, 225, 60]
        ],
        by: 'pixel'
      },
      cues: [0, 1, 3, 4, 7, 9],
      predictions: [
        { cell: 2, asks: 7, rules: ['column-by-column', 'counted-from-zero', 'one-row-too-many'] }
      ]
    },
    {
      id: 'twenty-eight',
      kind: 'flatten',
      minutes: 4,
      grain: 'cell',
      editable: true,
      settings: { image: FIVE, by: 'row', unit: { lighterThan: 127 } },
      cues: [0, 1, 14, 15, 28]
    },
    {
      id: 'weights',
      kind: 'weight-count',
      minutes: 5,
      grain: 'cell',
      editable: true,
      sizing: true,
      settings: { side: 28, kernel: 3 },
      cues: [0, 1, 2, 3, 4, 6],
      predictions: [{ cell: 4, asks: 6, rules: ['weights-per-position', 'one-weight-per-output'] }]
    },
    {
      id: 'moving-pattern',
      kind: 'moving-pattern',
      minutes: 5,
      grain: 'cell',
      editable: true,
      settings: {
        side: 6,
        pattern: [
          [0, 1, 0],
          [1, 1, 1],
          [0, 1, 0]
        ],
        places: [
          [1, 1],
          [1, 2],
          [1, 3],
          [3, 4],
          [4, 1],
          [1, 1]
        ]
      },
      cues: [0, 1, 2, 3, 4, 6],
      predictions: [{ cell: 2, rules: ['stayed-behind', 'middle-of-pattern'] }]
    }
  ]
} satisfies LessonPlan;
