import type { LessonPlan } from '$lib/course';

export default {
  number: 9,
  slug: 'filter-bank',
  chapter: 2,
  scenes: [
    {
      id: 'thirty-two-filters',
      kind: 'layer-shapes',
      grain: 'cell',
      settings: { channels: 1, height: 28, width: 28, filters: 32, kernel: 3, order: 'channels-last' },
      cues: [0, 1, 2, 3, 4, 5, 6],
      predictions: [
        { cell: 4, rules: ['forgot-biases', 'one-bias', 'bias-per-cell'] },
        { cell: 5, rules: ['grows-with-filters', 'as-the-input'] }
      ]
    },
    {
      id: 'own-layer',
      kind: 'layer-shapes',
      grain: 'cell',
      editable: true,
      sizing: true,
      settings: { channels: 3, height: 32, width: 32, filters: 8, kernel: 3 },
      cues: [0, 2, 4, 6],
      predictions: [{ cell: 4, rules: ['forgot-biases', 'bias-per-channel', 'flat-filter'] }],
      goal: { name: 'parameters', count: 448, side: 32 }
    }
  ]
} satisfies LessonPlan;
