import { conv2dExactly, matrix, rowsOf, type Pair } from '$lib/engine';
import { STRIDE_RULES, WINDOW_RULES, type ExerciseKind } from '$lib/exercise';
import { cellRules, gridFor, windowCells, type MapParameters } from '../shared/maps';
import { mapOf } from '../shared/window';

const { 'scaled-by-stride': scaledByStride } = STRIDE_RULES;
const { 'turned-kernel': turnedKernel } = WINDOW_RULES;

/** The window moves by one cell: both ways, or only to the right, or only down. The grid takes what fits into it. */
function movedByOne(parameters: MapParameters) {
  const { input, kernel, stride } = parameters;
  const rows = rowsOf(mapOf(parameters));
  const ways: Pair[] = [1, [stride, 1], [1, stride]];
  return ways.map((moved) => {
    const map = rowsOf(conv2dExactly(matrix(input), matrix(kernel), { stride: moved }));
    return rows.flatMap((row, index) => (map[index] ?? []).slice(0, row.length));
  });
}

/** The map of a window that jumps. */
export const exercise = {
  draw(draw, level) {
    const sizes = {
      1: { length: 4, side: 2, stride: 2 },
      2: { length: 5, side: 3, stride: 2 },
      // A last row and column that no window reaches; a window that leaves cells out; a map of nine cells.
      3: draw.pick([
        { length: 5, side: 2, stride: 2 },
        { length: 5, side: 2, stride: 3 },
        { length: 6, side: 2, stride: 2 }
      ])
    };
    const { length, side, stride } = sizes[level];
    const [least, most] = level === 3 ? [-2, 4] : [0, level === 1 ? 4 : 3];
    return {
      input: draw.matrix(length, length, least, most),
      kernel: draw.matrix(side, side, level === 1 ? 0 : -1, level === 2 ? 1 : 2),
      stride,
      padding: 0
    };
  },
  form: (parameters) => gridFor(mapOf(parameters)),
  answer: (parameters) => mapOf(parameters).data,
  wrong: {
    'moved-by-one': movedByOne,
    ...cellRules({ 'scaled-by-stride': scaledByStride }, (parameters: MapParameters) => {
      const stride = { height: parameters.stride, width: parameters.stride };
      return mapOf(parameters).data.map((value) => ({ value, stride, oneOn: null }));
    }),
    ...cellRules({ 'turned-kernel': turnedKernel }, windowCells)
  }
} satisfies ExerciseKind<MapParameters>;
