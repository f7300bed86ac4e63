import type { LessonPlan } from '$lib/course';

export default {
  number: 1,
  slug: 'pixels',
  chapter: 1,
  picture: { input: 5, kernel: 0, channels: 3, maps: 0 },
  exercises: ['darkest-pixel', 'image-numbers', 'flattened-place'],
  scenes: [
    {
      id: 'photograph',
      kind: 'picture',
      minutes: 4,
      grain: 'cell',
      // Ever closer to the cat's left eye; at last the dark pupil and the bright spot in it.
      settings: {
        photo: 'chelsea',
        stops: [
          { plane: 'colour' },
          { plane: 'grey' },
          { plane: 'grey', row: 0.377, column: 0.381, columns: 110 },
          { plane: 'grey', row: 0.345, column: 0.375, columns: 46 },
          { plane: 'grey', row: 0.345, column: 0.375, columns: 12 }
        ]
      },
      cues: [0, 1, 2, 3, 4]
    },
    {
      id: 'colour-planes',
      kind: 'picture',
      minutes: 4,
      grain: 'cell',
      // The nose is red: its numbers in the green and the blue plane are less than half of those in the red one.
      settings: {
        photo: 'chelsea',
        stops: [
          { plane: 'colour' },
          { plane: 'colour', apart: true },
          { plane: 'colour', apart: true, row: 0.8, column: 0.58, columns: 130 },
          { plane: 'colour', row: 0.82, column: 0.585, columns: 130 },
          { plane: 'colour', row: 0.82, column: 0.585, columns: 9 },
          { plane: 'colour' }
        ]
      },
      cues: [0, 1, 2, 3, 4, 5]
    },
    {
      id: 'four-by-four-image',
      kind: 'colour-image',
      grain: 'cell',
      editable: true,
      // Red, green, blue, white; their mixtures and black; shades in between; greys.
      settings: {
        red: [
          [255, 0, 0, 255],
          [255, 0, 255, 0],
          [255, 90, 20, 240],
          [40, 110, 180, 250]
        ],
        green: [
          [0, 255, 0, 255],
          [255, 255, 0, 0],
          [140, 160, 60, 170],
          [40, 110, 180, 250]
        ],
        blue: [
          [0, 0, 255, 255],
          [0, 255, 255, 0],
          [0, 60, 120, 190],
          [40, 110, 180, 250]
        ]
      },
      cues: [0, 1, 2, 3, 4],
      predictions: [{ cell: 4, rules: ['one-plane', 'added-lengths'] }]
    },
    {
      id: 'own-picture',
      kind: 'picture',
      minutes: 5,
      grain: 'cell',
      settings: {
        photo: 'coffee',
        own: true,
        stops: [
          { plane: 'colour' },
          { plane: 'colour', apart: true },
          { plane: 'grey' },
          { plane: 'grey', columns: 14 },
          { plane: 'colour', columns: 10 }
        ]
      },
      cues: [0, 1, 2, 3, 4]
    }
  ]
} satisfies LessonPlan;
