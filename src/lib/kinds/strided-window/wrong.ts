import { conv2dExactly } from '$lib/engine';
import { adaptRules, STRIDE_RULES, WINDOW_RULES } from '$lib/exercise';
import { windowCellAsked } from '../shared/window/model';
import type { StridedRun } from './run';

const { 'ignored-weights': ignoredWeights, 'not-moved': notMoved } = WINDOW_RULES;

/** What goes wrong when a cell of a strided map is predicted. */
export const wrong = {
  ...adaptRules({ 'ignored-weights': ignoredWeights, 'not-moved': notMoved }, windowCellAsked),
  ...adaptRules(STRIDE_RULES, (run: StridedRun, cell: number) => {
    const { trace, cellIndex } = windowCellAsked(run, cell);
    const { output, stride, input, kernel } = trace.geometry;
    const row = Math.floor(cellIndex / output.width);
    const column = cellIndex % output.width;
    const [beginsRow, top, left] = [column === 0, row * stride.height, column * stride.width];
    const oneOn = {
      row: beginsRow ? top - stride.height + 1 : top,
      column: beginsRow ? 0 : left - stride.width + 1
    };
    // Stride 1 is at every place.
    const everywhere = conv2dExactly(trace.input, trace.weights).data;
    const width = input.width - kernel.width + 1;
    return {
      value: trace.step(trace.stepAfter(cellIndex + 1)).total,
      stride,
      oneOn: cellIndex === 0 ? null : (everywhere[oneOn.row * width + oneOn.column] ?? null)
    };
  })
};
