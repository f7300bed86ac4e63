import {
  planTransposedConvolution,
  TRANSPOSED_CONVOLUTION_OPTIONS,
  type TransposedConvolutionOptions
} from '../geometry/transposed.ts';
import { biasGradient, inputGradient, weightGradient } from '../kernels/convolution-backward.ts';
import { convolve } from '../kernels/convolution.ts';
import { fastKernel } from '../kernels/simd/simd-kernel.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import { requireFinite, tensor, type AnyTensor, type ExactTensor } from '../tensor.ts';
import {
  biasGradientExactly,
  inputGradientExactly,
  realGradient,
  requireOutputShape,
  weightGradientExactly,
  type ConvolutionGradients
} from './convolution-backward.ts';
import { convolveExactly, requireBias, withBias } from './convolution-exact.ts';
import { sameKind } from './same-kind.ts';

/** Options of {@link convTranspose2d}: those of its geometry, `groups`, and one bias for each filter. */
export interface ConvTranspose2dOptions<
  T extends AnyTensor = ExactTensor
> extends TransposedConvolutionOptions {
  /** [K]: added to every cell of a filter's map. */
  readonly bias?: T | null;
}

const CONV_TRANSPOSE_OPTIONS: OptionNames<ConvTranspose2dOptions> = {
  ...TRANSPOSED_CONVOLUTION_OPTIONS,
  bias: true
};

/**
 * Transposed convolution, plus a bias for each filter: every input cell lays down its kernels, each as many times as
 * the cell's value says, `stride` cells apart, and what overlaps is added; `padding` is cut off around. As a linear
 * map it is the transpose of the `conv2d` that has the same weight and options, so it is that one's gradient in the
 * input: Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", section 4; Zhang, Lipton, Li and
 * Smola, "Dive into Deep Learning", section 14.10, https://d2l.ai/chapter_computer-vision/transposed-conv.html.
 * Exact for fractions, fast for typed arrays. `torch.nn.functional.conv_transpose2d`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.conv_transpose2d.html
 *
 * @param input [N, C, H, W]
 * @param weight [C, K / groups, FH, FW]
 * @returns [N, K, OH, OW], OH = (H − 1)·stride − 2·padding + dilation·(FH − 1) + outputPadding + 1
 * @throws {ShapeError} when shapes do not fit each other, or the operands are of different number systems
 * @throws {SettingError} when an option cannot be: `groups` does not divide the channels, the padding leaves no
 *   output, or `outputPadding` is as large as both stride and dilation, as in PyTorch
 * @throws {NonFiniteError} when an operand or a result is not finite
 * @throws {TooLargeError} when the result would have more cells than `MOST_CELLS`
 */
export function convTranspose2d<T extends AnyTensor>(
  input: T,
  weight: T,
  options?: ConvTranspose2dOptions<T>
): T;
export function convTranspose2d(
  input: AnyTensor,
  weight: AnyTensor,
  options: ConvTranspose2dOptions<AnyTensor> = {}
): AnyTensor {
  const operation = 'convTranspose2d';
  requireKnownOptions(operation, options, CONV_TRANSPOSE_OPTIONS);
  const { bias = null, ...window } = options;
  const { plan, outputShape } = planTransposedConvolution(operation, input.shape, weight.shape, window);
  requireBias(operation, bias, outputShape[1]);
  const { real, exact } = sameKind(operation, { input, weight, bias });
  if (real) {
    const data = inputGradient(plan, real.input.data, real.weight.data, real.bias?.data ?? null, fastKernel);
    return requireFinite(operation, 'the result', { shape: outputShape, data });
  }
  const sums = inputGradientExactly(plan, exact.input.data, exact.weight.data, outputShape);
  return tensor(outputShape, withBias(outputShape, sums, exact.bias));
}

/**
 * The gradients of {@link convTranspose2d}: that of its input is the convolution which it is the transpose of, and
 * that of its weight is the same convolution's with input and gradient in exchanged roles.
 *
 * @param gradient [N, K, OH, OW]
 * @param input [N, C, H, W]
 * @param weight [C, K / groups, FH, FW]
 * @throws what `convTranspose2d` throws, and {@link ShapeError} when the gradient has not the shape of its output
 */
export function convTranspose2dBackward<T extends AnyTensor>(
  gradient: T,
  input: T,
  weight: T,
  options?: TransposedConvolutionOptions
): ConvolutionGradients<T>;
export function convTranspose2dBackward(
  gradient: AnyTensor,
  input: AnyTensor,
  weight: AnyTensor,
  options: TransposedConvolutionOptions = {}
): ConvolutionGradients<AnyTensor> {
  const operation = 'convTranspose2dBackward';
  const { plan, outputShape } = planTransposedConvolution(operation, input.shape, weight.shape, options);
  requireOutputShape(operation, gradient, outputShape);
  const { real, exact } = sameKind(operation, { gradient, input, weight });
  if (exact) {
    const slopes = exact.gradient.data;
    return {
      input: tensor(input.shape, convolveExactly(plan, slopes, exact.weight.data)),
      weight: tensor(weight.shape, weightGradientExactly(plan, exact.input.data, slopes, weight.shape)),
      bias: biasGradientExactly({ outputShape }, slopes)
    };
  }
  const slopes = real.gradient.data;
  return {
    input: realGradient(
      operation,
      'input',
      input.shape,
      convolve(plan, slopes, real.weight.data, null, fastKernel)
    ),
    weight: realGradient(operation, 'weight', weight.shape, weightGradient(plan, real.input.data, slopes)),
    bias: realGradient(operation, 'bias', [outputShape[1]], biasGradient({ outputShape }, slopes))
  };
}
