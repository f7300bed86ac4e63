import { conv2dExactly, matrix, sizeOf, type ExactTensor, type Position } from '$lib/engine';
import type { WindowCellAsked } from '$lib/exercise';
import { windowTrace } from '$lib/trace';

/** A window over one plane, and the output cell that is asked for, counted from 0. */
export interface WindowParameters {
  readonly input: readonly (readonly number[])[];
  readonly kernel: readonly (readonly number[])[];
  readonly stride: number;
  readonly padding: number;
  readonly cell: number;
}

/** The numbers as the wrong rules of a window take them. */
export function windowAsked({ input, kernel, stride, padding, cell }: WindowParameters): WindowCellAsked {
  const settings = { input: matrix(input), kernel: matrix(kernel), stride, padding };
  return { trace: windowTrace(settings, 'cell', 'conv2d'), cellIndex: cell };
}

/** The whole feature map, in reading order. */
export function mapOf({ input, kernel, stride, padding }: Omit<WindowParameters, 'cell'>): ExactTensor {
  const [plane, weights] = [matrix(input), matrix(kernel)];
  return conv2dExactly(plane, weights, { stride, padding });
}

/** The place of the asked cell in the map. */
export function placeOf(parameters: WindowParameters): Position {
  const { width } = sizeOf(mapOf(parameters));
  return { row: Math.floor(parameters.cell / width), column: parameters.cell % width };
}
