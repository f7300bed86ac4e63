import {
  averagesGradientOver,
  averagesOver,
  winnersGradientOver,
  winnersOver
} from '../definitions/pooling.ts';
import { exactField, type Fraction } from '../field.ts';
import type { Pair } from '../geometry/index.ts';
import {
  planAdaptivePooling,
  planAveragePooling,
  planMaxPooling,
  type AveragePlan,
  type AvgPool2dOptions,
  type MaxPool2dOptions
} from '../geometry/pooling.ts';
import { planesOf } from '../geometry/planes.ts';
import { averages, averagesGradient, valuesAt, winners, winnersGradient } from '../kernels/pooling.ts';
import { requireFinite, tensor, type AnyTensor } from '../tensor.ts';
import { requireOutputShape } from './convolution-backward.ts';
import { sameKind } from './same-kind.ts';

/** The result of a max pooling and where each of its cells comes from. */
export interface MaxPooled<T extends AnyTensor> {
  /** [N, C, OH, OW] */
  readonly output: T;
  /** For each output cell, row · W + column of its winner in the unpadded plane that it belongs to. */
  readonly indices: readonly number[];
}

/**
 * The largest value of each window. Padding never wins, it counts as −∞. `torch.nn.functional.max_pool2d`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.max_pool2d.html
 *
 * @param input [N, C, H, W]
 * @param kernelSize one side, or [height, width]; also the stride, unless there is one
 * @returns [N, C, OH, OW]
 * @throws {ShapeError} when the input is not [N, C, H, W]
 * @throws {SettingError} when an option cannot be, the padding is more than half of what the window covers, or
 *   dilation leaves a window on padding alone
 * @throws {KernelTooLargeError} when the kernel's span is longer than the padded input
 * @throws {NonFiniteError} when the input is not finite
 * @throws {TooLargeError} when the result would have more cells than `MOST_CELLS`
 */
export function maxPool2d<T extends AnyTensor>(input: T, kernelSize: Pair, options?: MaxPool2dOptions): T;
export function maxPool2d(input: AnyTensor, kernelSize: Pair, options: MaxPool2dOptions = {}): AnyTensor {
  return poolMaxima('maxPool2d', input, kernelSize, options).output;
}

/**
 * {@link maxPool2d} and the place of each winner, as PyTorch's `return_indices` numbers them. Of equal values the
 * first in reading order wins.
 *
 * @throws what `maxPool2d` throws
 */
export function maxPool2dWithIndices<T extends AnyTensor>(
  input: T,
  kernelSize: Pair,
  options?: MaxPool2dOptions
): MaxPooled<T>;
export function maxPool2dWithIndices(
  input: AnyTensor,
  kernelSize: Pair,
  options: MaxPool2dOptions = {}
): MaxPooled<AnyTensor> {
  const { output, cells, planeLength } = poolMaxima('maxPool2dWithIndices', input, kernelSize, options);
  return { output, indices: Array.from(cells, (cell) => cell % planeLength) };
}

function poolMaxima(operation: string, input: AnyTensor, kernelSize: Pair, options: MaxPool2dOptions) {
  const plan = planMaxPooling(operation, input.shape, kernelSize, options);
  const planeLength = plan.input.height * plan.input.width;
  const { real, exact } = sameKind(operation, { input });
  if (real) {
    const cells = winners(plan, real.input.data);
    return {
      output: { shape: plan.outputShape, data: valuesAt(cells, real.input.data) },
      cells,
      planeLength
    };
  }
  const { data } = exact.input;
  const cells = winnersOver(exactField, plan, data);
  const largest = cells.map((cell) => data[cell] as Fraction);
  return { output: tensor(plan.outputShape, largest), cells, planeLength };
}

/**
 * The gradient of {@link maxPool2d}: each output's goes to the winner of its window, whole, and where windows
 * overlap they add up. A tie has no derivative; the first in reading order takes all, as in PyTorch.
 *
 * @param gradient [N, C, OH, OW]
 * @param input [N, C, H, W]
 * @returns [N, C, H, W]
 * @throws what `maxPool2d` throws, and {@link ShapeError} when the gradient has not the shape of its output
 */
export function maxPool2dBackward<T extends AnyTensor>(
  gradient: T,
  input: T,
  kernelSize: Pair,
  options?: MaxPool2dOptions
): T;
export function maxPool2dBackward(
  gradient: AnyTensor,
  input: AnyTensor,
  kernelSize: Pair,
  options: MaxPool2dOptions = {}
): AnyTensor {
  const plan = planMaxPooling('maxPool2dBackward', input.shape, kernelSize, options);
  requireOutputShape('maxPool2dBackward', gradient, plan.outputShape);
  const { real, exact } = sameKind('maxPool2dBackward', { gradient, input });
  if (real) {
    const values = real.input.data;
    const data = winnersGradient(winners(plan, values), real.gradient.data, values);
    return requireFinite('maxPool2dBackward', 'the result', { shape: input.shape, data });
  }
  const values = exact.input.data;
  const cells = winnersOver(exactField, plan, values);
  return tensor(input.shape, winnersGradientOver(exactField, cells, exact.gradient.data, values.length));
}

function poolAverages(operation: string, plan: AveragePlan, input: AnyTensor): AnyTensor {
  const { real, exact } = sameKind(operation, { input });
  if (exact) return tensor(plan.outputShape, averagesOver(exactField, plan, exact.input.data));
  const data = averages(plan, real.input.data);
  return requireFinite(operation, 'the result', { shape: plan.outputShape, data });
}

function spreadAverages(
  operation: string,
  plan: AveragePlan,
  gradient: AnyTensor,
  input: AnyTensor
): AnyTensor {
  requireOutputShape(operation, gradient, plan.outputShape);
  const { real, exact } = sameKind(operation, { gradient, input });
  if (exact) return tensor(input.shape, averagesGradientOver(exactField, plan, exact.gradient.data));
  const data = averagesGradient(plan, real.gradient.data, real.input.data);
  return requireFinite(operation, 'the result', { shape: input.shape, data });
}

/**
 * The sum of each window over the number of its cells. Which cells count is a matter of definition:
 * with `countIncludePad` those on the padding do, but never those that `ceilMode` adds beyond it.
 * `torch.nn.functional.avg_pool2d`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.avg_pool2d.html
 *
 * @param input [N, C, H, W]
 * @param kernelSize one side, or [height, width]; also the stride, unless there is one
 * @returns [N, C, OH, OW]
 * @throws {ShapeError} when the input is not [N, C, H, W]
 * @throws {SettingError} when an option cannot be, or the padding is more than half of the kernel
 * @throws {KernelTooLargeError} when the kernel is longer than the padded input
 * @throws {NonFiniteError} when the input or the result is not finite
 * @throws {TooLargeError} when the result would have more cells than `MOST_CELLS`
 */
export function avgPool2d<T extends AnyTensor>(input: T, kernelSize: Pair, options?: AvgPool2dOptions): T;
export function avgPool2d(input: AnyTensor, kernelSize: Pair, options: AvgPool2dOptions = {}): AnyTensor {
  return poolAverages('avgPool2d', planAveragePooling('avgPool2d', input.shape, kernelSize, options), input);
}

/**
 * The gradient of {@link avgPool2d}: each output's, over its divisor, goes to all cells of its window alike.
 *
 * @param gradient [N, C, OH, OW]
 * @param input [N, C, H, W]; only its shape and precision matter
 * @returns [N, C, H, W]
 * @throws what `avgPool2d` throws, and {@link ShapeError} when the gradient has not the shape of its output
 */
export function avgPool2dBackward<T extends AnyTensor>(
  gradient: T,
  input: T,
  kernelSize: Pair,
  options?: AvgPool2dOptions
): T;
export function avgPool2dBackward(
  gradient: AnyTensor,
  input: AnyTensor,
  kernelSize: Pair,
  options: AvgPool2dOptions = {}
): AnyTensor {
  const plan = planAveragePooling('avgPool2dBackward', input.shape, kernelSize, options);
  return spreadAverages('avgPool2dBackward', plan, gradient, input);
}

/**
 * Averages of as many windows as the output is to have: window i of O reaches from ⌊i·H / O⌋ up to before
 * ⌈(i + 1)·H / O⌉, so neighbours may overlap by a cell. `torch.nn.functional.adaptive_avg_pool2d`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_avg_pool2d.html
 *
 * @param input [N, C, H, W]
 * @param outputSize one side, or [height, width]
 * @returns [N, C, OH, OW]
 * @throws {ShapeError} when the input is not [N, C, H, W]
 * @throws {SettingError} when the output size is not whole or below 1
 * @throws {NonFiniteError} when the input or the result is not finite
 * @throws {TooLargeError} when the result would have more cells than `MOST_CELLS`
 */
export function adaptiveAvgPool2d<T extends AnyTensor>(input: T, outputSize: Pair): T;
export function adaptiveAvgPool2d(input: AnyTensor, outputSize: Pair): AnyTensor {
  const plan = planAdaptivePooling('adaptiveAvgPool2d', input.shape, outputSize);
  return poolAverages('adaptiveAvgPool2d', plan, input);
}

/**
 * The gradient of {@link adaptiveAvgPool2d}, whose output size is read off the gradient.
 *
 * @param gradient [N, C, OH, OW]
 * @param input [N, C, H, W]; only its shape and precision matter
 * @throws {ShapeError} when one is not four-dimensional, or they have not the same images and channels
 * @throws {NonFiniteError} when an operand or the result is not finite
 */
export function adaptiveAvgPool2dBackward<T extends AnyTensor>(gradient: T, input: T): T;
export function adaptiveAvgPool2dBackward(gradient: AnyTensor, input: AnyTensor): AnyTensor {
  const { size } = planesOf('adaptiveAvgPool2dBackward', 'gradient', gradient.shape);
  const plan = planAdaptivePooling('adaptiveAvgPool2dBackward', input.shape, [size.height, size.width]);
  return spreadAverages('adaptiveAvgPool2dBackward', plan, gradient, input);
}

/**
 * The average of each plane: `adaptiveAvgPool2d` to one cell. Lin, Chen and Yan, "Network In Network" (2013),
 * section 3.2: https://arxiv.org/abs/1312.4400
 *
 * @param input [N, C, H, W]
 * @returns [N, C, 1, 1]
 * @throws {ShapeError} when the input is not [N, C, H, W]
 * @throws {NonFiniteError} when the input or the result is not finite
 */
export function globalAvgPool2d<T extends AnyTensor>(input: T): T;
export function globalAvgPool2d(input: AnyTensor): AnyTensor {
  return poolAverages('globalAvgPool2d', planAdaptivePooling('globalAvgPool2d', input.shape, 1), input);
}

/**
 * The gradient of {@link globalAvgPool2d}: each plane's, over its number of cells, in every cell.
 *
 * @param gradient [N, C, 1, 1]
 * @param input [N, C, H, W]; only its shape and precision matter
 * @throws what `globalAvgPool2d` throws, and {@link ShapeError} when the gradient has not the shape of its output
 */
export function globalAvgPool2dBackward<T extends AnyTensor>(gradient: T, input: T): T;
export function globalAvgPool2dBackward(gradient: AnyTensor, input: AnyTensor): AnyTensor {
  const plan = planAdaptivePooling('globalAvgPool2dBackward', input.shape, 1);
  return spreadAverages('globalAvgPool2dBackward', plan, gradient, input);
}
