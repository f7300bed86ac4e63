import {
  im2col,
  sizeOf,
  sizeOfPair,
  windowGeometry,
  windowOrigin,
  type ExactTensor,
  type Pair,
  type Position,
  type WindowGeometry,
  type WindowOptions
} from '$lib/engine';
import { placeIn } from './place';
import { scheduleOf } from './schedule';
import { cellsUnder, type WindowCell } from './step';
import { traceOver, type Trace } from './trace';

/** The operand of `im2col`, and its options. */
export interface Im2colSettings extends WindowOptions {
  /** [N, C, H, W] */
  readonly input: ExactTensor;
  readonly kernelSize: Pair;
}

/** A settled state of the matrix of windows. */
export interface Im2colStep {
  /** 0 is the stage before anything is unrolled; n is the n-th row of the matrix. */
  readonly index: number;
  /** The image of the batch that the window lies on; null at step 0. */
  readonly image: number | null;
  /** The output cell that a convolution would compute of this window; null at step 0. */
  readonly cell: Position | null;
  /** The window's upper left corner in the padded input; null at step 0. */
  readonly window: Position | null;
  /** The row of the matrix that the window becomes; null at step 0. */
  readonly row: number | null;
  /** The entries of that row: the window's cells, channel by channel, in reading order. */
  readonly entries: readonly WindowCell[];
  /** How many rows of the matrix are there. */
  readonly finished: number;
}

/** The steps of unrolling: one window, one row. Nothing is multiplied, so there is one grain. */
export interface Im2colTrace extends Trace<Im2colStep> {
  readonly geometry: WindowGeometry;
  readonly input: ExactTensor;
  /** The finished matrix: [N·OH·OW, C·FH·FW]. */
  output(): ExactTensor;
}

const UNTOUCHED: Im2colStep = {
  index: 0,
  image: null,
  cell: null,
  window: null,
  row: null,
  entries: [],
  finished: 0
};

/**
 * The trace of `im2col`: image by image, the windows in reading order.
 *
 * @throws {ShapeError | SettingError | KernelTooLargeError | TooLargeError} as `im2col`
 */
export function im2colTrace({ input, kernelSize, ...options }: Im2colSettings): Im2colTrace {
  const matrix = im2col(input, kernelSize, options);
  const [images, channels] = input.shape as readonly [number, number];
  const geometry = windowGeometry(sizeOf(input), sizeOfPair(kernelSize), options);
  const { height, width } = geometry.output;
  const schedule = scheduleOf([1], images * height * width);
  return {
    ...traceOver(schedule, UNTOUCHED, ({ cell: matrixRow, finished }, index) => {
      const [image, row, column] = placeIn([images, height, width], matrixRow);
      const cell = { row, column };
      const window = windowOrigin(geometry, cell);
      const entries = cellsUnder(input, geometry, { image, firstChannel: 0, channels }, window);
      return { index, image, cell, window, row: matrixRow, entries, finished };
    }),
    geometry,
    input,
    output: () => matrix
  };
}
