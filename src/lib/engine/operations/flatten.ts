import { SettingError, shapeText } from '../errors.ts';
import type { AnyTensor } from '../tensor.ts';
import { requireOutputShape } from './convolution-backward.ts';
import { sameKind } from './same-kind.ts';

function flattenedShape(operation: string, shape: readonly number[], startDim: number): readonly number[] {
  const start = startDim < 0 ? startDim + shape.length : startDim;
  if (!Number.isInteger(start) || start < 0 || start >= shape.length) {
    throw new SettingError(
      `${operation}: startDim must name one of the ${shape.length} dimensions of ${shapeText(shape)}, ` +
        `from 0 or, counted from the end, from -1; it is ${startDim}`
    );
  }
  const flat = shape.slice(start).reduce((product, length) => product * length, 1);
  return [...shape.slice(0, start), flat];
}

/**
 * The same values in the same order with all dimensions from `startDim` on as one: [N, C, H, W] becomes [N, C·H·W],
 * as between the convolutions and the fully connected layers of a network. Nothing is copied. The default is that of
 * the layer, `torch.nn.Flatten`: https://docs.pytorch.org/docs/stable/generated/torch.nn.Flatten.html
 *
 * @throws {SettingError} when there is no such dimension; negative ones count from the end
 * @throws {NonFiniteError} when a number is not finite
 */
export function flatten<T extends AnyTensor>(input: T, startDim = 1): T {
  const shape = flattenedShape('flatten', input.shape, startDim);
  sameKind('flatten', { input });
  return { ...input, shape };
}

/**
 * Gradient of {@link flatten}: the same values in the shape of the input.
 *
 * @param gradient of the shape of the result
 * @throws {SettingError} when there is no such dimension
 * @throws {ShapeError} when the gradient does not have the shape of the result, or one is exact and the other real
 * @throws {NonFiniteError} when a number is not finite
 */
export function flattenBackward<T extends AnyTensor>(gradient: T, input: T, startDim = 1): T {
  requireOutputShape('flattenBackward', gradient, flattenedShape('flattenBackward', input.shape, startDim));
  sameKind('flattenBackward', { gradient, input });
  return { ...gradient, shape: input.shape };
}
