import type { LessonPage } from '$lib/course';
import { loadKinds } from '$lib/kinds';

/** The outputs are 913, 935 and 967; the first product of the second window is 721, the second one 214. */
export const HIDDEN = ['935', '721', '214'];

/** A lesson that no folder holds: one row of three outputs, of which the second is predicted; then a free scene. */
export const LESSON: LessonPage = {
  number: 42,
  slug: 'made-up',
  chapter: 1,
  title: 'Made up',
  summary: 'A lesson of the tests.',
  summaryHtml: '<p>To remember.</p>',
  scenes: [
    {
      id: 'asking',
      kind: 'sliding-window',
      grain: 'cell',
      minutes: 3,
      settings: { input: [[101, 103, 107, 109]], kernel: [[7, 2]], stride: 1, padding: 0 },
      code: false,
      sizing: false,
      editable: false,
      cues: [0, 1],
      predictions: [{ cell: 2, rules: ['ignored-weights', 'added'] }],
      title: 'A question',
      questionHtml: 'What is asked?',
      explanationHtml: '<p>Words of the scene.</p>',
      cueHtml: { 0: '<p>Words of step 0.</p>', 1: '<p>Words of step 1.</p>' },
      predictionHtml: { 2: 'What comes next?' },
      hintHtml: { 2: 'Look at the window.' },
      goalHtml: null
    },
    {
      id: 'free',
      kind: 'sliding-window',
      grain: 'cell',
      minutes: 3,
      settings: {
        input: [
          [1, 2],
          [3, 4]
        ],
        kernel: [[5]],
        stride: 1,
        padding: 0
      },
      code: true,
      sizing: false,
      editable: true,
      cues: [],
      predictions: [],
      title: 'Your turn',
      questionHtml: 'What can you make of it?',
      explanationHtml:
        '<p>The <button type="button" class="thing" data-names="kernel">kernel</button> moves by ' +
        '<span class="live" data-value="stride"></span>.</p>',
      goal: {
        name: 'output-equals',
        output: [
          [2, 4],
          [6, 8]
        ]
      },
      cueHtml: {},
      predictionHtml: {},
      hintHtml: {},
      goalHtml: { asked: '<p>Double the input.</p>', reached: '<p>Doubled.</p>' }
    }
  ]
};

/** What its scenes are of. */
export const KINDS = await loadKinds(LESSON.scenes.map(({ kind }) => kind));
