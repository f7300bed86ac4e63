import { forEachMeeting, sumOfProducts } from '../definitions/convolution.ts';
import { ShapeError, shapeText } from '../errors.ts';
import { bilinearExact } from '../exact/bilinear.ts';
import { exactField, integerRing, type Fraction } from '../field.ts';
import { planConvolution, type ConvolutionOptions, type ConvolutionPlan } from '../geometry/index.ts';
import { biasGradient, inputGradient, weightGradient } from '../kernels/convolution-backward.ts';
import { plainKernel } from '../kernels/plain-kernel.ts';
import { fastKernel } from '../kernels/simd/simd-kernel.ts';
import {
  requireFinite,
  sameShape,
  tensor,
  type AnyTensor,
  type ExactTensor,
  type RealData,
  type RealTensor
} from '../tensor.ts';
import { sameKind } from './same-kind.ts';

/** What input, weight and bias of a convolution contributed to a loss. */
export interface ConvolutionGradients<T extends AnyTensor> {
  /** [N, C, H, W] */
  readonly input: T;
  /** [K, C / groups, FH, FW] */
  readonly weight: T;
  /** [K] */
  readonly bias: T;
}

/** Gradient of the input, exactly: each product of the convolution gives its gradient times its weight. */
export function inputGradientExactly(
  plan: ConvolutionPlan,
  gradient: readonly Fraction[],
  weight: readonly Fraction[],
  inputShape: readonly number[]
): Fraction[] {
  return bilinearExact(gradient, weight, {
    terms: (plan.taps / plan.groupChannels) * plan.groupFilters,
    doubles: (left, right) => inputGradient(plan, left, right, null, plainKernel),
    integers: (left, right) =>
      sumOfProducts(integerRing, inputShape, (add) =>
        forEachMeeting(plan, (out, inp, w) => add(inp, left[out] as bigint, right[w] as bigint))
      )
  });
}

/** Gradient of the weights, exactly: each product of the convolution gives its gradient times its input. */
export function weightGradientExactly(
  plan: ConvolutionPlan,
  gradient: readonly Fraction[],
  input: readonly Fraction[],
  weightShape: readonly number[]
): Fraction[] {
  const { height, width } = plan.geometry.output;
  return bilinearExact(gradient, input, {
    terms: plan.images * height * width,
    doubles: (left, right) => weightGradient(plan, left, right),
    integers: (left, right) =>
      sumOfProducts(integerRing, weightShape, (add) =>
        forEachMeeting(plan, (out, inp, w) => add(w, left[out] as bigint, right[inp] as bigint))
      )
  });
}

/** Gradient of the bias, exactly: the sum of each filter's gradient maps. */
export function biasGradientExactly(
  { outputShape }: Pick<ConvolutionPlan, 'outputShape'>,
  gradient: readonly Fraction[]
): ExactTensor {
  const [, filters, height, width] = outputShape;
  const map = height * width;
  const sums = new Array<Fraction>(filters).fill(exactField.zero);
  gradient.forEach((value, index) => {
    const filter = Math.floor(index / map) % filters;
    sums[filter] = (sums[filter] as Fraction).add(value);
  });
  return tensor([filters], sums);
}

/** @throws {ShapeError} when the gradient has not the shape of the output */
export function requireOutputShape(
  operation: string,
  gradient: AnyTensor,
  outputShape: readonly number[]
): void {
  if (sameShape(gradient.shape, outputShape)) return;
  throw new ShapeError(
    `${operation}: the gradient must have the shape of the output, ${shapeText(outputShape)}; it is ${shapeText(gradient.shape)}`
  );
}

/**
 * The gradients of `conv2d`: given that of its output, those of its input, weight and bias. Each is a sum of
 * products as the convolution itself is; Goodfellow, Bengio and Courville, "Deep Learning", section 9.5.
 *
 * @param gradient [N, K, OH, OW]
 * @param input [N, C, H, W]
 * @param weight [K, C / groups, FH, FW]
 * @throws what `conv2d` throws, and {@link ShapeError} when the gradient has not the shape of its output
 */
export function conv2dBackward<T extends AnyTensor>(
  gradient: T,
  input: T,
  weight: T,
  options?: ConvolutionOptions
): ConvolutionGradients<T>;
export function conv2dBackward(
  gradient: AnyTensor,
  input: AnyTensor,
  weight: AnyTensor,
  options: ConvolutionOptions = {}
): ConvolutionGradients<AnyTensor> {
  return convolutionGradients('conv2dBackward', gradient, input, weight, options);
}

/**
 * A gradient of a real operand.
 *
 * @throws {NonFiniteError} when a number of it is not finite; the message names the operand
 */
export function realGradient(
  operation: string,
  operand: keyof ConvolutionGradients<RealTensor>,
  shape: readonly number[],
  data: RealData
): RealTensor {
  return requireFinite(operation, `the gradient of the ${operand}`, { shape, data });
}

/**
 * What `conv2dBackward` computes, for all operations that are a convolution under another name.
 *
 * @param inputNeeded whether the gradient of the input is wanted, which is as much work as the others; it is null if not
 */
export function convolutionGradients(
  operation: string,
  gradient: AnyTensor,
  input: AnyTensor,
  weight: AnyTensor,
  options: ConvolutionOptions
): ConvolutionGradients<AnyTensor>;
export function convolutionGradients(
  operation: string,
  gradient: AnyTensor,
  input: AnyTensor,
  weight: AnyTensor,
  options: ConvolutionOptions,
  inputNeeded: boolean
): Omit<ConvolutionGradients<AnyTensor>, 'input'> & { readonly input: AnyTensor | null };
export function convolutionGradients(
  operation: string,
  gradient: AnyTensor,
  input: AnyTensor,
  weight: AnyTensor,
  options: ConvolutionOptions,
  inputNeeded = true
): Omit<ConvolutionGradients<AnyTensor>, 'input'> & { readonly input: AnyTensor | null } {
  const plan = planConvolution(operation, input.shape, weight.shape, options);
  requireOutputShape(operation, gradient, plan.outputShape);
  const { real, exact } = sameKind(operation, { gradient, input, weight });
  if (exact) {
    const slopes = exact.gradient.data;
    return {
      input: inputNeeded
        ? tensor(input.shape, inputGradientExactly(plan, slopes, exact.weight.data, input.shape))
        : null,
      weight: tensor(weight.shape, weightGradientExactly(plan, slopes, exact.input.data, weight.shape)),
      bias: biasGradientExactly(plan, slopes)
    };
  }
  const slopes = real.gradient.data;
  return {
    input: inputNeeded
      ? realGradient(
          operation,
          'input',
          input.shape,
          inputGradient(plan, slopes, real.weight.data, null, fastKernel)
        )
      : null,
    weight: realGradient(operation, 'weight', weight.shape, weightGradient(plan, slopes, real.input.data)),
    bias: realGradient(operation, 'bias', [plan.filters], biasGradient(plan, slopes))
  };
}
