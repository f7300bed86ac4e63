import { rotateHalfTurn, ShapeError, type ExactTensor, type Pair } from '$lib/engine';
import { convolutionTrace } from './convolution-trace';
import type { Grain, WindowSettings } from './settings';
import type { Step } from './step';
import type { WindowedTrace } from './trace';

/** `conv2d` is cross-correlation, as in the frameworks; `convolve2d` turns the kernel by 180° first. */
export type Operation = 'conv2d' | 'convolve2d';

/** The steps of one filter sliding over one image; its output is (1, 1, OH, OW). */
export interface SlidingTrace extends WindowedTrace<Step> {
  readonly grain: Grain;
  /** The weights as they meet the input: turned by 180° for `convolve2d`. */
  readonly weights: ExactTensor;
  /** Products in one window. */
  readonly taps: number;
}

/** The steps of one window sliding over one input. */
export interface WindowTrace extends SlidingTrace {
  readonly operation: Operation;
}

/** The numbers of a window whose stride may differ from axis to axis. */
type WindowNumbers = Omit<WindowSettings, 'stride'> & { readonly stride: Pair };

function requireOneOfEach({ input, kernel }: WindowNumbers): void {
  const [images, channels] = input.shape;
  const [filters, filterChannels] = kernel.shape;
  if (images !== 1 || filters !== 1 || channels === undefined || channels !== filterChannels) {
    throw new ShapeError(
      `a window is traced over one image with one filter of as many channels, not over ` +
        `(${input.shape.join(', ')}) with (${kernel.shape.join(', ')})`
    );
  }
}

/**
 * The trace of one filter (1, C, FH, FW) over one image (1, C, H, W): a convolution that has one map. Output cells
 * in reading order; the terms of a cell in the reading order of the kernel.
 *
 * @throws {ShapeError} when there is more than one image or filter, or the channels differ
 * @throws {KernelTooLargeError | SettingError} as `windowGeometry`
 */
export function windowTrace(
  settings: WindowNumbers,
  grain: Grain,
  operation: Operation = 'conv2d'
): WindowTrace {
  requireOneOfEach(settings);
  const { input, kernel, stride, padding } = settings;
  const weight = operation === 'convolve2d' ? rotateHalfTurn(kernel) : kernel;
  return { operation, ...convolutionTrace({ input, weight, stride, padding }, grain) };
}
