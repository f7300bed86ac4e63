import { SettingError, ShapeError, shapeText } from '../errors.ts';
import { exactField, type Fraction } from '../field.ts';
import {
  crossEntropies,
  crossEntropiesBackward,
  squaredErrors,
  squaredErrorsBackward
} from '../kernels/loss.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import {
  requireFinite,
  sameShape,
  tensor,
  zerosLike,
  type AnyTensor,
  type ExactTensor,
  type RealData,
  type RealTensor
} from '../tensor.ts';
import { requireOutputShape } from './convolution-backward.ts';
import { matrixSize } from './matrix-product.ts';
import { requireReal } from './real-only.ts';
import { sameKind } from './same-kind.ts';

/** What becomes of the losses of the items: their mean, their sum, or each by itself. */
export type Reduction = 'mean' | 'sum' | 'none';

/** Options of a loss. */
export interface LossOptions {
  readonly reduction?: Reduction;
}

const LOSS_OPTIONS: OptionNames<LossOptions> = { reduction: true };

function reductionOf(operation: string, options: LossOptions): Reduction {
  requireKnownOptions(operation, options, LOSS_OPTIONS);
  return options.reduction ?? 'mean';
}

/** The shape of a loss: a scalar, or with 'none' that of the items. */
function lossShape(operation: string, reduction: Reduction, itemShape: readonly number[]): readonly number[] {
  if (!['mean', 'sum', 'none'].includes(reduction)) {
    throw new SettingError(`${operation}: reduction must be 'mean', 'sum' or 'none', not '${reduction}'`);
  }
  return reduction === 'none' ? itemShape : [];
}

/** The losses of the items reduced, in the precision of the operands. */
function reduced(
  operation: string,
  reduction: Reduction,
  losses: Float64Array,
  shape: readonly number[],
  like: RealData
): RealTensor {
  const data = zerosLike(like, reduction === 'none' ? losses.length : 1);
  if (reduction === 'none') data.set(losses);
  else {
    let sum = 0;
    for (let item = 0; item < losses.length; item++) sum += losses[item] as number;
    data[0] = reduction === 'mean' ? sum / losses.length : sum;
  }
  return requireFinite(operation, 'the result', { shape, data });
}

/** The gradient of the loss by that of each item: one number for all, or one for each. */
function factorsOf(gradient: RealTensor, reduction: Reduction, items: number): ArrayLike<number> {
  return reduction === 'mean' ? [(gradient.data[0] as number) / items] : gradient.data;
}

/** @throws {ShapeError} when input and target have different shapes */
function requireTarget(operation: string, input: AnyTensor, target: AnyTensor): void {
  const { shape } = input;
  if (!sameShape(shape, target.shape)) {
    throw new ShapeError(
      `${operation}: input and target must have the same shape; ` +
        `input is ${shapeText(shape)}, target is ${shapeText(target.shape)}`
    );
  }
}

/**
 * Squared error: the mean, over all cells, of (input − target)². Exact for fractions. Unlike
 * `torch.nn.functional.mse_loss` it does not broadcast:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.MSELoss.html
 *
 * @param target of the shape of the input
 * @returns a scalar, of shape []; with reduction 'none' the squared error of each cell
 * @throws {ShapeError} when the shapes differ, or one operand is exact and the other real
 * @throws {SettingError} when there is no such reduction
 * @throws {NonFiniteError} when a number or a result is not finite
 */
export function mseLoss<T extends AnyTensor>(input: T, target: T, options?: LossOptions): T;
export function mseLoss(input: AnyTensor, target: AnyTensor, options: LossOptions = {}): AnyTensor {
  const reduction = reductionOf('mseLoss', options);
  const shape = lossShape('mseLoss', reduction, input.shape);
  requireTarget('mseLoss', input, target);
  const { real, exact } = sameKind('mseLoss', { input, target });
  if (real) {
    const { data } = real.input;
    return reduced('mseLoss', reduction, squaredErrors(data, real.target.data), shape, data);
  }
  const squares = distances(exact.input, exact.target).map((distance) => distance.mul(distance));
  if (reduction === 'none') return tensor(shape, squares);
  const sum = squares.reduce((total, square) => total.add(square), exactField.zero);
  return tensor(shape, [reduction === 'mean' ? sum.div(squares.length) : sum]);
}

function distances(input: ExactTensor, target: ExactTensor): Fraction[] {
  return input.data.map((value, cell) => value.sub(target.data[cell] as Fraction));
}

/**
 * Gradient of {@link mseLoss} by its input, 2 · (input − target), over the number of cells for the mean. That by the
 * target is its negative.
 *
 * @param gradient of the shape of the loss: a scalar, of shape [], unless the reduction is 'none'
 * @throws {ShapeError} when shapes do not fit each other, or some operands are exact and some real
 * @throws {SettingError} when there is no such reduction
 * @throws {NonFiniteError} when a number or a result is not finite
 */
export function mseLossBackward<T extends AnyTensor>(
  gradient: T,
  input: T,
  target: T,
  options?: LossOptions
): T;
export function mseLossBackward(
  gradient: AnyTensor,
  input: AnyTensor,
  target: AnyTensor,
  options: LossOptions = {}
): AnyTensor {
  const operation = 'mseLossBackward';
  const reduction = reductionOf(operation, options);
  requireTarget(operation, input, target);
  requireOutputShape(operation, gradient, lossShape(operation, reduction, input.shape));
  const { real, exact } = sameKind(operation, { gradient, input, target });
  const { shape } = input;
  const cells = input.data.length;
  if (real) {
    const factors = factorsOf(real.gradient, reduction, cells);
    const data = squaredErrorsBackward(factors, real.input.data, real.target.data);
    return requireFinite(operation, 'the result', { shape, data });
  }
  const { data: factors } = exact.gradient;
  const twofold = distances(exact.input, exact.target).map((distance, cell) =>
    distance.mul(2).mul(factors[reduction === 'none' ? cell : 0] as Fraction)
  );
  return tensor(shape, reduction === 'mean' ? twofold.map((slope) => slope.div(cells)) : twofold);
}

/** Which class each sample is of, or how probable each class is for it: [N, K]. */
export type ClassTarget = readonly number[] | RealTensor;

/** The probability of every class for every sample, of checked operands; for class indices 1 and 0. */
function probabilities(operation: string, logits: RealTensor, target: ClassTarget): RealTensor {
  const [samples, classes] = matrixSize(operation, 'the logits', logits, '[N, K]');
  if ('data' in target) {
    requireTarget(operation, logits, target);
    requireReal(operation, { logits, target });
    return target;
  }
  requireReal(operation, { logits });
  if (target.length !== samples) {
    throw new ShapeError(
      `${operation}: there must be one class for each of the ${samples} samples, not ${target.length} ` +
        `(logits are ${shapeText(logits.shape)})`
    );
  }
  const data = zerosLike(logits.data, samples * classes);
  // Counted, for forEach passes over the holes of a list.
  for (let sample = 0; sample < samples; sample++) {
    const index = target[sample] as number;
    if (!Number.isInteger(index) || index < 0 || index >= classes) {
      throw new SettingError(
        `${operation}: a class must be a whole number from 0 to ${classes - 1}; that of sample ${sample} is ${index}`
      );
    }
    data[sample * classes + index] = 1;
  }
  return { shape: logits.shape, data };
}

/**
 * Cross-entropy of logits: the mean over the batch of −log softmax at the true class, or of
 * −Σ target · log softmax where the target is given as probabilities. Stable for logits of any size. Probabilities are
 * not checked to sum to one. `torch.nn.functional.cross_entropy`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html
 *
 * @param logits [N, K]
 * @param target N class indices from 0 to K − 1, or probabilities [N, K]
 * @returns a scalar, of shape []; with reduction 'none' the loss of each sample, [N]
 * @throws {ShapeError} when shapes do not fit each other, or an operand is exact: a logarithm is no fraction
 * @throws {SettingError} when a class or the reduction does not exist
 * @throws {NonFiniteError} when a number or a result is not finite
 */
export function crossEntropy(logits: RealTensor, target: ClassTarget, options: LossOptions = {}): RealTensor {
  const reduction = reductionOf('crossEntropy', options);
  const expected = probabilities('crossEntropy', logits, target);
  const [samples, classes] = logits.shape as [number, number];
  const shape = lossShape('crossEntropy', reduction, [samples]);
  const losses = crossEntropies(logits.data, expected.data, classes);
  return reduced('crossEntropy', reduction, losses, shape, logits.data);
}

/**
 * Gradient of {@link crossEntropy} by its logits: softmax − target (softmax · Σ target − target where the
 * probabilities do not sum to one), over the number of samples for the mean.
 *
 * @param gradient of the shape of the loss: a scalar, of shape [], unless the reduction is 'none'
 * @throws {ShapeError | SettingError | NonFiniteError} as {@link crossEntropy}, and when the gradient has another shape
 */
export function crossEntropyBackward(
  gradient: RealTensor,
  logits: RealTensor,
  target: ClassTarget,
  options: LossOptions = {}
): RealTensor {
  const operation = 'crossEntropyBackward';
  const reduction = reductionOf(operation, options);
  const expected = probabilities(operation, logits, target);
  const { shape } = logits;
  const [samples, classes] = shape as [number, number];
  requireOutputShape(operation, gradient, lossShape(operation, reduction, [samples]));
  requireReal(operation, { gradient });
  const factors = factorsOf(gradient, reduction, samples);
  const data = crossEntropiesBackward(factors, logits.data, expected.data, classes);
  return requireFinite(operation, 'the result', { shape, data });
}
