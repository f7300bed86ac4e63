import type { Fraction } from '../field.ts';
import { sizeOf, tensor, type AnyTensor, type RealTensor } from '../tensor.ts';
import { sameKind } from './same-kind.ts';

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
