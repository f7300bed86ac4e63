import { convolutionSums } from '../definitions/convolution.ts';
import { ShapeError, shapeText } from '../errors.ts';
import { bilinearExact } from '../exact/bilinear.ts';
import { integerRing, type Fraction } from '../field.ts';
import { planConvolution, type ConvolutionOptions, type ConvolutionPlan } from '../geometry/index.ts';
import { convolve } from '../kernels/convolution.ts';
import {
  cellsOf,
  requireFinite,
  sizeOf,
  tensor,
  type AnyTensor,
  type ExactTensor,
  type RealTensor
} from '../tensor.ts';
import { sameKind } from './same-kind.ts';

/** Options of {@link conv2d}: those of the window, `groups`, and one bias for each filter. */
export interface Conv2dOptions<T extends AnyTensor = ExactTensor> extends ConvolutionOptions {
  /** [K]: added to every cell of a filter's map. */
  readonly bias?: T | null;
}

/** @throws {ShapeError} when there is a bias and it is not [K] */
export function requireBias(operation: string, bias: AnyTensor | null, filters: number): void {
  if (bias !== null && (bias.shape.length !== 1 || bias.shape[0] !== filters)) {
    throw new ShapeError(
      `${operation}: there must be one bias for each of the ${filters} filters; bias is ${shapeText(bias.shape)}`
    );
  }
}

/** Convolution of fractions by whole-number work. */
export function convolveExactly(
  plan: ConvolutionPlan,
  input: readonly Fraction[],
  weight: readonly Fraction[]
): Fraction[] {
  return bilinearExact(input, weight, {
    terms: plan.taps,
    doubles: (left, right) => convolve(plan, left, right, null),
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
 * Two-dimensional cross-correlation, which every framework calls convolution, plus a bias for each filter. Exact for
 * fractions, fast for typed arrays. `torch.nn.functional.conv2d`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.conv2d.html
 *
 * @param input [N, C, H, W]
 * @param weight [K, C / groups, FH, FW]
 * @returns [N, K, OH, OW]
 * @throws {ShapeError} when shapes do not fit each other, or the operands are of different number systems
 * @throws {SettingError} when an option cannot be, or `groups` does not divide channels and filters
 * @throws {KernelTooLargeError} when the kernel's span is longer than the padded input
 * @throws {NonFiniteError} when an operand or a result is not finite
 * @throws {TooLargeError} when the result would have more cells than `MOST_CELLS`
 */
export function conv2d<T extends AnyTensor>(input: T, weight: T, options?: Conv2dOptions<T>): T;
export function conv2d(
  input: AnyTensor,
  weight: AnyTensor,
  options: Conv2dOptions<AnyTensor> = {}
): AnyTensor {
  return convolution('conv2d', input, weight, options);
}

/** What `conv2d` computes, for all operations that are a convolution under another name. */
export function convolution(
  operation: string,
  input: AnyTensor,
  weight: AnyTensor,
  { bias = null, ...options }: Conv2dOptions<AnyTensor>
): AnyTensor {
  const plan = planConvolution(operation, input.shape, weight.shape, options);
  requireBias(operation, bias, plan.filters);
  cellsOf(plan.outputShape, operation);
  const operands = sameKind(operation, { input, weight, bias });
  if (operands.real) {
    const { input: values, weight: factors, bias: offsets } = operands.real;
    const data = convolve(plan, values.data, factors.data, offsets?.data ?? null);
    return requireFinite(operation, 'the result', { shape: plan.outputShape, data });
  }
  const { input: values, weight: factors, bias: offsets } = operands.exact;
  const sums = convolveExactly(plan, values.data, factors.data);
  return tensor(plan.outputShape, withBias(plan.outputShape, sums, offsets));
}

/**
 * Each kernel of [K, C, FH, FW] turned by 180°: entry (k1, k2) goes to (FH − 1 − k1, FW − 1 − k2).
 *
 * @throws {ShapeError} when the weight is not four-dimensional
 * @throws {NonFiniteError} when a number is not finite
 */
export function rotateHalfTurn<T extends AnyTensor>(weight: T): T;
export function rotateHalfTurn(weight: AnyTensor): AnyTensor {
  const { height, width } = sizeOf(weight);
  const { real, exact } = sameKind('rotateHalfTurn', { weight });
  const plane = height * width;
  const turned = (index: number) => {
    const start = Math.floor(index / plane) * plane;
    return start + plane - 1 - (index - start);
  };
  if (real) {
    const { shape, data } = real.weight;
    return { shape, data: data.map((_, index) => data[turned(index)] as number) } satisfies RealTensor;
  }
  const { shape, data } = exact.weight;
  return tensor(
    shape,
    data.map((_, index) => data[turned(index)] as Fraction)
  );
}

/**
 * Two-dimensional convolution as mathematics defines it: the kernel is turned by 180° and then slid as in
 * {@link conv2d}. Same shapes, same options, same exceptions. It equals `conv2d` for every input exactly when each
 * kernel equals its own half turn.
 */
export function convolve2d<T extends AnyTensor>(input: T, weight: T, options: Conv2dOptions<T> = {}): T {
  return conv2d(input, rotateHalfTurn(weight), options);
}
