import { numberRules, WINDOW_RULES, type ExerciseKind } from '$lib/exercise';
import { mapOf, windowAsked, type WindowParameters } from '../shared/window';

const {
  'ignored-weights': ignoredWeights,
  added,
  'turned-kernel': turnedKernel,
  'not-moved': notMoved
} = WINDOW_RULES;

/** One output cell: the sum of the products under the window. */
export const exercise = {
  draw(draw, level) {
    const side = level === 1 ? 2 : 3;
    const length = side + 2;
    const [least, most] = level === 3 ? [-3, 4] : [0, level === 1 ? 4 : 3];
    return {
      input: draw.matrix(length, length, least, most),
      kernel: draw.matrix(side, side, level === 1 ? 0 : -1, level === 3 ? 2 : 1),
      stride: 1,
      padding: 0,
      // Not the first cell: the window has moved.
      cell: draw.whole(1, 8)
    };
  },
  form: () => ({ form: 'number' }),
  answer: (parameters) => mapOf(parameters).data.slice(parameters.cell, parameters.cell + 1),
  wrong: numberRules(
    { 'turned-kernel': turnedKernel, 'ignored-weights': ignoredWeights, added, 'not-moved': notMoved },
    (parameters: WindowParameters) => windowAsked(parameters)
  )
} satisfies ExerciseKind<WindowParameters>;
