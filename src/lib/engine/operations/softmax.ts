import { SettingError, ShapeError, shapeText } from '../errors.ts';
import {
  logSoftmaxLines,
  logSoftmaxLinesBackward,
  softmaxLines,
  softmaxLinesBackward,
  type Lines
} from '../kernels/softmax.ts';
import { requireFinite, type RealTensor } from '../tensor.ts';
import { requireReal } from './real-only.ts';
import { requireOutputShape } from './convolution-backward.ts';

function linesAlong(operation: string, { shape }: RealTensor, dim: number): Lines {
  if (shape.length === 0) {
    throw new ShapeError(
      `${operation}: the input must have at least one dimension; it is ${shapeText(shape)}`
    );
  }
  const axis = dim < 0 ? dim + shape.length : dim;
  const length = shape[axis];
  if (length === undefined) {
    throw new SettingError(
      `${operation}: dim must name one of the ${shape.length} dimensions of ${shapeText(shape)}, from 0 or, ` +
        `counted from the end, from -1; it is ${dim}`
    );
  }
  return { length, step: shape.slice(axis + 1).reduce((product, side) => product * side, 1) };
}

/**
 * Softmax along one dimension: e to each entry over the sum of those of its line. Stable for entries of any size. The
 * default is the last dimension, that of the classes in [N, K]. `torch.nn.functional.softmax`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.softmax.html
 *
 * @param input of any shape of at least one dimension, which is that of the result
 * @param dim negative ones count from the end
 * @throws {SettingError} when there is no such dimension
 * @throws {ShapeError} when the input is a scalar, or exact: the values of this function are no fractions
 * @throws {NonFiniteError} when a number is not finite
 */
export function softmax(input: RealTensor, dim = -1): RealTensor {
  const lines = linesAlong('softmax', input, dim);
  requireReal('softmax', { input });
  return { shape: input.shape, data: softmaxLines(input.data, lines) };
}

/**
 * Gradient of {@link softmax}, s: s(i) · (gradient(i) − Σ over j of gradient(j) · s(j)).
 *
 * @param gradient of the shape of the input
 * @throws {SettingError} when there is no such dimension
 * @throws {ShapeError} when the shapes differ, the input is a scalar, or an operand is exact
 * @throws {NonFiniteError} when a number or a result is not finite
 */
export function softmaxBackward(gradient: RealTensor, input: RealTensor, dim = -1): RealTensor {
  const lines = linesAlong('softmaxBackward', input, dim);
  requireOutputShape('softmaxBackward', gradient, input.shape);
  requireReal('softmaxBackward', { gradient, input });
  const data = softmaxLinesBackward(gradient.data, input.data, lines);
  return requireFinite('softmaxBackward', 'the result', { shape: input.shape, data });
}

/**
 * The natural logarithm of {@link softmax}, exact to rounding even where softmax itself is too small to hold.
 * `torch.nn.functional.log_softmax`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.log_softmax.html
 *
 * @param input of any shape of at least one dimension, which is that of the result
 * @param dim negative ones count from the end
 * @throws {SettingError} when there is no such dimension
 * @throws {ShapeError} when the input is a scalar, or exact: the values of this function are no fractions
 * @throws {NonFiniteError} when a number or a result is not finite
 */
export function logSoftmax(input: RealTensor, dim = -1): RealTensor {
  const lines = linesAlong('logSoftmax', input, dim);
  requireReal('logSoftmax', { input });
  const data = logSoftmaxLines(input.data, lines);
  return requireFinite('logSoftmax', 'the result', { shape: input.shape, data });
}

/**
 * Gradient of {@link logSoftmax}: with s = softmax, gradient(i) − s(i) · Σ over j of gradient(j).
 *
 * @param gradient of the shape of the input
 * @throws {SettingError} when there is no such dimension
 * @throws {ShapeError} when the shapes differ, the input is a scalar, or an operand is exact
 * @throws {NonFiniteError} when a number or a result is not finite
 */
export function logSoftmaxBackward(gradient: RealTensor, input: RealTensor, dim = -1): RealTensor {
  const lines = linesAlong('logSoftmaxBackward', input, dim);
  requireOutputShape('logSoftmaxBackward', gradient, input.shape);
  requireReal('logSoftmaxBackward', { gradient, input });
  const data = logSoftmaxLinesBackward(gradient.data, input.data, lines);
  return requireFinite('logSoftmaxBackward', 'the result', { shape: input.shape, data });
}
