import { convolutionSums } from '../definitions/convolution.ts';
import { ShapeError, shapeText } from '../errors.ts';
import { bilinearExact } from '../exact/bilinear.ts';
import { integerRing, type Fraction } from '../field.ts';
import { CONVOLUTION_OPTIONS } from '../geometry/convolution.ts';
import { planConvolution, type ConvolutionOptions, type ConvolutionPlan } from '../geometry/index.ts';
import { convolve } from '../kernels/convolution.ts';
import { plainKernel } from '../kernels/plain-kernel.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import { cellsOf, tensor, type AnyTensor, type ExactTensor } from '../tensor.ts';
import { requireExact } from './same-kind.ts';

/** Options of `conv2d`: those of the window, `groups`, and one bias for each filter. */
export interface Conv2dOptions<T extends AnyTensor = ExactTensor> extends ConvolutionOptions {
  /** [K]: added to every cell of a filter's map. */
  readonly bias?: T | null;
}

const CONV2D_OPTIONS: OptionNames<Conv2dOptions> = { ...CONVOLUTION_OPTIONS, bias: true };

/** @throws {ShapeError} when there is a bias and it is not [K] */
export function requireBias(operation: string, bias: AnyTensor | null, filters: number): void {
  if (bias !== null && (bias.shape.length !== 1 || bias.shape[0] !== filters)) {
    throw new ShapeError(
      `${operation}: there must be one bias for each of the ${filters} filters; bias is ${shapeText(bias.shape)}`
    );
  }
}

/**
 * Lays out how the operands of a convolution meet.
 *
 * @throws {ShapeError | SettingError | KernelTooLargeError | TooLargeError} as `conv2d`
 */
export function planOperands(
  operation: string,
  input: AnyTensor,
  weight: AnyTensor,
  options: Conv2dOptions<AnyTensor>
): ConvolutionPlan {
  requireKnownOptions(operation, options, CONV2D_OPTIONS);
  const { bias = null, ...window } = options;
  const plan = planConvolution(operation, input.shape, weight.shape, window);
  requireBias(operation, bias, plan.filters);
  cellsOf(plan.outputShape, operation);
  return plan;
}

/** Convolution of fractions by whole-number work. */
export function convolveExactly(
  plan: ConvolutionPlan,
  input: readonly Fraction[],
  weight: readonly Fraction[]
): Fraction[] {
  return bilinearExact(input, weight, {
    terms: plan.taps,
    doubles: (left, right) => convolve(plan, left, right, null, plainKernel),
    integers: (left, right) => convolutionSums(integerRing, plan, left, right)
  });
}

/** Sums of maps with the bias of their filter added, if there is one. */
export function withBias(
  [, filters, height, width]: ConvolutionPlan['outputShape'],
  sums: readonly Fraction[],
  bias: ExactTensor | null
): readonly Fraction[] {
  if (bias === null) return sums;
  const map = height * width;
  return sums.map((sum, cell) => sum.add(bias.data[Math.floor(cell / map) % filters] as Fraction));
}

/**
 * `conv2d` of fractions, for who has nothing else: a page that imports it does not load what makes the convolution of
 * typed arrays fast.
 *
 * @param input [N, C, H, W]
 * @param weight [K, C / groups, FH, FW]
 * @returns [N, K, OH, OW]
 * @throws {ShapeError | SettingError | KernelTooLargeError | TooLargeError} as `conv2d`, and when an operand is real
 */
export function conv2dExactly(
  input: ExactTensor,
  weight: ExactTensor,
  options: Conv2dOptions = {}
): ExactTensor {
  const plan = planOperands('conv2d', input, weight, options);
  const { bias = null } = options;
  requireExact('conv2d', { input, weight, bias });
  return convolutionExactly(plan, input, weight, bias);
}

/** What `conv2dExactly` computes, for all operations that are a convolution under another name. */
export function convolutionExactly(
  plan: ConvolutionPlan,
  input: ExactTensor,
  weight: ExactTensor,
  bias: ExactTensor | null = null
): ExactTensor {
  const sums = convolveExactly(plan, input.data, weight.data);
  return tensor(plan.outputShape, withBias(plan.outputShape, sums, bias));
}
