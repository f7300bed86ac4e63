import type { LessonPlan } from '$lib/course';

export default {
  number: 9,
  slug: 'filter-bank',
  chapter: 2,
  picture: { input: 4, kernel: 2, maps: 4 },
  exercises: ['bank-shape', 'parameters', 'multiply-adds'],
  scenes: [
    {
      id: 'three-filters',
      kind: 'filter-bank',
      minutes: 7,
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
            [1, 1, 0],
            [3, 0, 2]
          ]
        ],
        filters: [
          [
            [
              [1, 0],
              [0, 1]
            ],
            [
              [0, 1],
              [1, 0]
            ]
          ],
          [
            [
              [1, -1],
              [1, -1]
            ],
            [
              [2, 0],
              [0, -1]
            ]
          ],
          [
            [
              [0, 1],
              [0, 1]
            ],
            [
              [-1, -1],
              [1, 1]
            ]
          ]
        ],
        biases: [1, -2, 3]
      },
      cues: [0, 1, 4, 5, 8, 12],
      predictions: [{ cell: 5, rules: ['other-bias', 'forgot-bias', 'other-filter', 'summed-filters'] }]
    },
    {
      id: 'thirty-two-filters',
      kind: 'layer-shapes',
      minutes: 4,
      grain: 'cell',
      settings: { channels: 1, height: 28, width: 28, filters: 32, kernel: 3, order: 'channels-last' },
      cues: [0, 1, 2, 3, 4, 5, 6],
      predictions: [
        { cell: 3, rules: ['forgot-biases', 'one-bias', 'bias-per-cell'] },
        { cell: 5, rules: ['grows-with-filters', 'as-the-input'] }
      ]
    },
    {
      id: 'one-by-one',
      kind: 'filter-bank',
      grain: 'cell',
      editable: true,
      settings: {
        input: [
          [
            [4, 0, 2],
            [1, 3, 0],
            [0, 2, 5]
          ],
          [
            [0, 1, 3],
            [2, 0, 1],
            [4, 0, 2]
          ],
          [
            [2, 2, 0],
            [0, 1, 4],
            [3, 1, 0]
          ]
        ],
        filters: [
          [[[1]], [[1]], [[1]]],
          [[[1]], [[0]], [[-1]]]
        ],
        biases: [0, 1]
      },
      cues: [0, 1, 9, 10, 18],
      goal: { name: 'copies-channel', channel: 2 }
    },
    {
      id: 'groups',
      kind: 'filter-bank',
      minutes: 6,
      grain: 'cell',
      editable: true,
      sizing: true,
      settings: {
        input: [
          [
            [1, 0, 2],
            [0, 1, 0],
            [2, 0, 1]
          ],
          [
            [0, 1, 0],
            [1, 2, 1],
            [0, 1, 0]
          ],
          [
            [3, 0, 1],
            [0, 0, 2],
            [1, 2, 0]
          ],
          [
            [1, 1, 0],
            [0, 2, 0],
            [1, 0, 3]
          ]
        ],
        filters: [
          [
            [
              [1, 0],
              [0, 1]
            ],
            [
              [0, 1],
              [1, 0]
            ],
            [
              [1, -1],
              [0, 0]
            ],
            [
              [0, 0],
              [1, 1]
            ]
          ],
          [
            [
              [0, 1],
              [0, 1]
            ],
            [
              [1, 1],
              [0, 0]
            ],
            [
              [0, 1],
              [-1, 0]
            ],
            [
              [1, 0],
              [0, 0]
            ]
          ],
          [
            [
              [1, 1],
              [0, 0]
            ],
            [
              [0, 0],
              [1, -1]
            ],
            [
              [1, 0],
              [1, 0]
            ],
            [
              [0, 1],
              [0, -1]
            ]
          ],
          [
            [
              [0, -1],
              [1, 0]
            ],
            [
              [1, 0],
              [0, 0]
            ],
            [
              [0, 1],
              [1, 0]
            ],
            [
              [1, 0],
              [0, 1]
            ]
          ]
        ],
        biases: [0, 1, -1, 2]
      },
      cues: [0, 1, 16],
      goal: { name: 'depthwise' }
    },
    {
      id: 'own-layer',
      kind: 'layer-shapes',
      minutes: 5,
      grain: 'cell',
      editable: true,
      sizing: true,
      settings: { channels: 3, height: 32, width: 32, filters: 8, kernel: 3 },
      cues: [0, 2, 3, 6],
      predictions: [{ cell: 3, rules: ['forgot-biases', 'bias-per-channel', 'flat-filter'] }],
      goal: { name: 'parameters', count: 448, side: 32 }
    }
  ]
} satisfies LessonPlan;
