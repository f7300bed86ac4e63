import type { LessonPlan } from '$lib/course';

export default {
  number: 1,
  slug: 'pixels',
  chapter: 1,
  scenes: [
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
    }
  ],
  exercises: ['shape-of-an-image', 'count-of-numbers', 'colour-from-numbers', 'darkest-pixel']
} satisfies LessonPlan;
