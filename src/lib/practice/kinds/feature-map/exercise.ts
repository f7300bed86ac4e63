import { rowsOf } from '$lib/engine';
import { transposed, WINDOW_RULES, type ExerciseKind } from '$lib/exercise';
import { cellRules, gridFor, windowCells, type MapParameters } from '../shared/maps';
import { mapOf } from '../shared/window';

const { 'turned-kernel': turnedKernel, 'ignored-weights': ignoredWeights, added } = WINDOW_RULES;

/** The whole map of a small convolution. */
export const exercise = {
  draw(draw, level) {
    const side = level === 3 ? 3 : 2;
    const length = level === 1 ? 3 : 4;
    const [least, most] = level === 3 ? [-2, 3] : [0, 4];
    return {
      input: draw.matrix(length, length, least, most),
      kernel: draw.matrix(side, side, level === 1 ? 0 : -1, level === 2 ? 1 : 2),
      stride: 1,
      padding: 0
    };
  },
  form: (parameters) => gridFor(mapOf(parameters)),
  answer: (parameters) => mapOf(parameters).data,
  wrong: {
    ...cellRules({ 'turned-kernel': turnedKernel, 'ignored-weights': ignoredWeights, added }, windowCells),
    // Maps are square here, so that one with rows for columns fits into the grid.
    'swapped-axes': (parameters: MapParameters) => [transposed(rowsOf(mapOf(parameters))).flat()]
  }
} satisfies ExerciseKind<MapParameters>;
