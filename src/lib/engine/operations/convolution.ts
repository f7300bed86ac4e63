import { convolve } from '../kernels/convolution.ts';
import { fastKernel } from '../kernels/simd/simd-kernel.ts';
import { requireFinite, type AnyTensor, type RealData } from '../tensor.ts';
import { convolutionExactly, planOperands, type Conv2dOptions } from './convolution-exact.ts';
import { rotateHalfTurn } from './half-turn.ts';
import { sameKind } from './same-kind.ts';

/** The largest number in single precision: IEEE 754, binary32. */
const LARGEST_SINGLE = (2 - 2 ** -23) * 2 ** 127;

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
  options: Conv2dOptions<AnyTensor>
): AnyTensor {
  const plan = planOperands(operation, input, weight, options);
  const { real, exact } = sameKind(operation, { input, weight, bias: options.bias ?? null });
  if (exact) return convolutionExactly(plan, exact.input, exact.weight, exact.bias);
  const [inputs, weights, biases] = [real.input.data, real.weight.data, real.bias?.data ?? null];
  const data = convolve(plan, inputs, weights, biases, fastKernel);
  const result = { shape: plan.outputShape, data };
  const isWorthAProof = data.length > inputs.length + weights.length;
  if (isWorthAProof && mustBeFinite(inputs, weights, biases)) return result;
  return requireFinite(operation, 'the result', result);
}

/**
 * Whether no sum of products can be too large for its precision: each is at most the absolute sum of the inputs times
 * that of the weights, plus that of the biases. Half the largest number leaves room for what is rounded.
 */
function mustBeFinite(inputs: RealData, weights: RealData, biases: RealData | null): boolean {
  const largest = inputs instanceof Float32Array ? LARGEST_SINGLE : Number.MAX_VALUE;
  return absoluteSum(inputs) * absoluteSum(weights) + absoluteSum(biases ?? []) < largest / 2;
}

/** Four sums, so that an addition need not wait for the one before it. */
function absoluteSum(data: ArrayLike<number>): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let index = 0;
  for (; index + 3 < data.length; index += 4) {
    sum0 += Math.abs(data[index] as number);
    sum1 += Math.abs(data[index + 1] as number);
    sum2 += Math.abs(data[index + 2] as number);
    sum3 += Math.abs(data[index + 3] as number);
  }
  for (; index < data.length; index++) sum0 += Math.abs(data[index] as number);
  return sum0 + sum1 + sum2 + sum3;
}

/**
 * Two-dimensional convolution as mathematics defines it: the kernel is turned by 180° and then slid as in
 * {@link conv2d}. Same shapes, same options, same exceptions. It equals `conv2d` for every input exactly when each
 * kernel equals its own half turn.
 */
export function convolve2d<T extends AnyTensor>(input: T, weight: T, options: Conv2dOptions<T> = {}): T {
  return conv2d(input, rotateHalfTurn(weight), options);
}
