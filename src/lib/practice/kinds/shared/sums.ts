import { linearEquation } from '$lib/describe';
import { exactTensor, matrix } from '$lib/engine';
import { convolutionTrace } from '$lib/trace';
import type { WindowParameters } from './window';

/** How one cell of a map comes about, in one line: '1×2 + 0×1 + 3 = 5'. */
export function cellEquation(
  { input, kernel, stride, padding, cell }: WindowParameters,
  bias: number | null = null
): string {
  const settings = { input: matrix(input), weight: matrix(kernel), stride, padding };
  const trace = convolutionTrace(
    bias === null ? settings : { ...settings, bias: exactTensor([bias]) },
    'cell'
  );
  return linearEquation(trace.step(trace.stepAfter(cell + 1)));
}

/** The last cell of a map, counted from 0, and its place as readers count it. */
export function lastCell(rows: number, columns: number) {
  return { cell: rows * columns - 1, row: rows, column: columns };
}
