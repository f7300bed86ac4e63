import { SettingError, ShapeError, shapeText } from '../errors.ts';
import { requireGroups } from '../geometry/convolution.ts';
import { planConvolution, type ConvolutionOptions } from '../geometry/index.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import type { AnyTensor, ExactTensor } from '../tensor.ts';
import {
  convolutionGradients,
  requireOutputShape,
  type ConvolutionGradients
} from './convolution-backward.ts';
import { convolution } from './convolution.ts';

/** Options of a one-dimensional convolution without its operands. */
export interface Convolution1dOptions {
  readonly stride?: number;
  /** Cells on either end, 'valid' for none, or 'same' for an output of ⌈L / stride⌉ cells, as in `conv2d`. */
  readonly padding?: number | 'valid' | 'same';
  /** Distance between neighbouring taps of the kernel, in cells. */
  readonly dilation?: number;
  /** Channels and filters are split into so many groups that know nothing of each other. */
  readonly groups?: number;
}

/** Options of {@link conv1d}: those of the window, `groups`, and one bias for each filter. */
export interface Conv1dOptions<T extends AnyTensor = ExactTensor> extends Convolution1dOptions {
  /** [K]: added to every cell of a filter's map. */
  readonly bias?: T | null;
}

const CONVOLUTION_1D_OPTIONS: OptionNames<Convolution1dOptions> = {
  stride: true,
  padding: true,
  dilation: true,
  groups: true
};

const CONV1D_OPTIONS: OptionNames<Conv1dOptions> = { ...CONVOLUTION_1D_OPTIONS, bias: true };

/** The same cells as images of height 1: [A, B, L] becomes [A, B, 1, L]. */
function lifted({ shape, data }: AnyTensor): AnyTensor {
  const [first, second, length] = shape as [number, number, number];
  return { shape: [first, second, 1, length], data } as AnyTensor;
}

/** Back again: [A, B, 1, L] becomes [A, B, L]. */
function lowered({ shape, data }: AnyTensor): AnyTensor {
  const [first, second, , length] = shape as [number, number, number, number];
  return { shape: [first, second, length], data } as AnyTensor;
}

function liftedOptions(
  operation: string,
  { stride = 1, padding = 0, dilation = 1, groups = 1 }: Convolution1dOptions
): ConvolutionOptions {
  if (typeof padding === 'object') {
    throw new SettingError(
      `${operation}: padding is a number of cells, 'valid' or 'same', not ${JSON.stringify(padding)}`
    );
  }
  return {
    stride: [1, stride],
    padding: typeof padding === 'number' ? [0, padding] : padding,
    dilation: [1, dilation],
    groups
  };
}

function requireOperands(
  operation: string,
  { shape: input }: AnyTensor,
  { shape: weight }: AnyTensor,
  groups = 1
): void {
  if (input.length !== 3) {
    throw new ShapeError(`${operation}: the input must be [N, C, L]; it is ${shapeText(input)}`);
  }
  if (weight.length !== 3) {
    throw new ShapeError(`${operation}: the weight must be [K, C / groups, F]; it is ${shapeText(weight)}`);
  }
  requireGroups(operation, input, weight, groups);
}

/**
 * One-dimensional cross-correlation, which every framework calls convolution, plus a bias for each filter:
 * out(n, k, i) = bias(k) + Σ over c, f of in(n, c, i·S + f·D − P) · weight(k, c, f). It is `conv2d` over images of
 * height 1. Exact for fractions, fast for typed arrays. `torch.nn.functional.conv1d`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.conv1d.html
 *
 * @param input [N, C, L]
 * @param weight [K, C / groups, F]
 * @returns [N, K, OL]
 * @throws {ShapeError} when shapes do not fit each other, or the operands are of different number systems
 * @throws {SettingError} when an option cannot be, or `groups` does not divide channels and filters
 * @throws {KernelTooLargeError} when the kernel's span is longer than the padded input
 * @throws {NonFiniteError} when an operand or a result is not finite
 * @throws {TooLargeError} when the result would have more cells than `MOST_CELLS`
 */
export function conv1d<T extends AnyTensor>(input: T, weight: T, options?: Conv1dOptions<T>): T;
export function conv1d(
  input: AnyTensor,
  weight: AnyTensor,
  options: Conv1dOptions<AnyTensor> = {}
): AnyTensor {
  requireKnownOptions('conv1d', options, CONV1D_OPTIONS);
  requireOperands('conv1d', input, weight, options.groups);
  const { bias = null } = options;
  return lowered(
    convolution('conv1d', lifted(input), lifted(weight), { ...liftedOptions('conv1d', options), bias })
  );
}

/**
 * The gradients of {@link conv1d}, as those of `conv2d`.
 *
 * @param gradient [N, K, OL]
 * @param input [N, C, L]
 * @param weight [K, C / groups, F]
 * @throws what `conv1d` throws, and {@link ShapeError} when the gradient has not the shape of its output
 */
export function conv1dBackward<T extends AnyTensor>(
  gradient: T,
  input: T,
  weight: T,
  options?: Convolution1dOptions
): ConvolutionGradients<T>;
export function conv1dBackward(
  gradient: AnyTensor,
  input: AnyTensor,
  weight: AnyTensor,
  options: Convolution1dOptions = {}
): ConvolutionGradients<AnyTensor> {
  const operation = 'conv1dBackward';
  requireKnownOptions(operation, options, CONVOLUTION_1D_OPTIONS);
  requireOperands(operation, input, weight, options.groups);
  const images = lifted(input);
  const kernels = lifted(weight);
  const settings = liftedOptions(operation, options);
  const [samples, filters, , length] = planConvolution(
    operation,
    images.shape,
    kernels.shape,
    settings
  ).outputShape;
  requireOutputShape(operation, gradient, [samples, filters, length]);
  const gradients = convolutionGradients(operation, lifted(gradient), images, kernels, settings);
  return { input: lowered(gradients.input), weight: lowered(gradients.weight), bias: gradients.bias };
}
