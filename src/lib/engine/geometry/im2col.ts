import { requireKnownOptions } from '../options.ts';
import { sizeOfPair, type Pair } from './axis.ts';
import { planConvolution, type ConvolutionPlan } from './convolution.ts';
import { WINDOW_OPTIONS, type WindowOptions } from './window.ts';

/** A matrix with a cell for every tap of every window of a batch of images. */
export interface WindowMatrix {
  /** Of a convolution with one filter: its output cells number the windows, its weights the taps. */
  readonly plan: ConvolutionPlan;
  readonly shape: readonly number[];
  /** The cell of the matrix for one tap of one window, windows counted through the whole batch. */
  readonly cellOf: (window: number, tap: number) => number;
}

/** @throws as `planConvolution` */
function planWindows(
  operation: string,
  inputShape: readonly number[],
  kernelSize: Pair,
  options: WindowOptions
): { plan: ConvolutionPlan; images: number; perImage: number; taps: number } {
  requireKnownOptions(operation, options, WINDOW_OPTIONS);
  const kernel = sizeOfPair(kernelSize);
  const oneFilter = [1, inputShape[1] ?? 1, kernel.height, kernel.width];
  const plan = planConvolution(operation, inputShape, oneFilter, options);
  const { height, width } = plan.geometry.output;
  return { plan, images: plan.images, perImage: height * width, taps: plan.taps };
}

/**
 * One window a row, in reading order of the output, image by image: [N·OH·OW, C·FH·FW].
 *
 * @param inputShape [N, C, H, W]
 * @throws {ShapeError} when the input is not four-dimensional
 * @throws {SettingError} when an option cannot be
 * @throws {KernelTooLargeError} when the kernel's span is longer than the padded input
 */
export function windowsInRows(
  operation: string,
  inputShape: readonly number[],
  kernelSize: Pair,
  options: WindowOptions
): WindowMatrix {
  const { plan, images, perImage, taps } = planWindows(operation, inputShape, kernelSize, options);
  return { plan, shape: [images * perImage, taps], cellOf: (window, tap) => window * taps + tap };
}

/**
 * One window a column, in reading order of the output, a matrix for each image: [N, C·FH·FW, OH·OW].
 *
 * @param inputShape [N, C, H, W]
 * @throws as {@link windowsInRows}
 */
export function windowsInColumns(
  operation: string,
  inputShape: readonly number[],
  kernelSize: Pair,
  options: WindowOptions
): WindowMatrix {
  const { plan, images, perImage, taps } = planWindows(operation, inputShape, kernelSize, options);
  return {
    plan,
    shape: [images, taps, perImage],
    cellOf: (window, tap) => (Math.floor(window / perImage) * taps + tap) * perImage + (window % perImage)
  };
}
