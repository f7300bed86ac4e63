import { ShapeError, shapeText } from '../errors.ts';
import type { WindowOptions } from '../geometry/index.ts';
import { WINDOW_OPTIONS } from '../geometry/window.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import type { AnyTensor, ExactTensor } from '../tensor.ts';
import { convolutionGradients, type ConvolutionGradients } from './convolution-backward.ts';
import { convolution } from './convolution.ts';

/** Options of {@link depthwiseConv2d}: those of the window, and one bias for each filter. */
export interface DepthwiseConv2dOptions<T extends AnyTensor = ExactTensor> extends WindowOptions {
  /** [C·M]: added to every cell of a filter's map. */
  readonly bias?: T | null;
}

/** Without groups: there are as many as channels. */
const DEPTHWISE_OPTIONS: OptionNames<DepthwiseConv2dOptions> = { ...WINDOW_OPTIONS, bias: true };

/** The number of groups, one a channel. Operands of other than four dimensions are refused by the convolution. */
function groupsOf(operation: string, { shape: input }: AnyTensor, { shape: weight }: AnyTensor): number {
  const [, channels = 1] = input;
  const [filters = channels, filterChannels] = weight;
  if (input.length === 4 && weight.length === 4 && (filterChannels !== 1 || filters % channels !== 0)) {
    throw new ShapeError(
      `${operation}: each of the ${channels} channels has filters of its own, M of one channel each, so weight must ` +
        `be [C·M, 1, FH, FW]; it is ${shapeText(weight)} (input is ${shapeText(input)})`
    );
  }
  return channels;
}

/**
 * Depthwise convolution: every channel is convolved with M filters of its own, and nothing is added over channels.
 * It is `conv2d` with as many groups as channels; filter c·M + m belongs to channel c. Howard et al., "MobileNets",
 * 2017, section 3.1; https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html under `groups`.
 *
 * @param input [N, C, H, W]
 * @param weight [C·M, 1, FH, FW]
 * @returns [N, C·M, OH, OW]
 * @throws {ShapeError} when the weight is not [C·M, 1, FH, FW]; and what `conv2d` throws
 */
export function depthwiseConv2d<T extends AnyTensor>(
  input: T,
  weight: T,
  options?: DepthwiseConv2dOptions<T>
): T;
export function depthwiseConv2d(
  input: AnyTensor,
  weight: AnyTensor,
  options: DepthwiseConv2dOptions<AnyTensor> = {}
): AnyTensor {
  requireKnownOptions('depthwiseConv2d', options, DEPTHWISE_OPTIONS);
  const groups = groupsOf('depthwiseConv2d', input, weight);
  return convolution('depthwiseConv2d', input, weight, { ...options, groups });
}

/**
 * The gradients of {@link depthwiseConv2d}, as those of `conv2d`.
 *
 * @param gradient [N, C·M, OH, OW]
 * @param input [N, C, H, W]
 * @param weight [C·M, 1, FH, FW]
 * @throws what `depthwiseConv2d` throws, and {@link ShapeError} when the gradient has not the shape of its output
 */
export function depthwiseConv2dBackward<T extends AnyTensor>(
  gradient: T,
  input: T,
  weight: T,
  options?: WindowOptions
): ConvolutionGradients<T>;
export function depthwiseConv2dBackward(
  gradient: AnyTensor,
  input: AnyTensor,
  weight: AnyTensor,
  options: WindowOptions = {}
): ConvolutionGradients<AnyTensor> {
  requireKnownOptions('depthwiseConv2dBackward', options, WINDOW_OPTIONS);
  const groups = groupsOf('depthwiseConv2dBackward', input, weight);
  return convolutionGradients('depthwiseConv2dBackward', gradient, input, weight, { ...options, groups });
}
