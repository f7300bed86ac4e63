import { ShapeError, shapeText } from '../errors.ts';
import { sizeOf } from '../tensor.ts';
import type { Size } from './axis.ts';

/**
 * Number of planes of an [N, C, H, W] tensor and their size.
 *
 * @param operand its name for the message
 * @throws {ShapeError} when the tensor does not have four dimensions
 */
export function planesOf(
  operation: string,
  operand: 'input' | 'gradient',
  shape: readonly number[]
): { planes: number; size: Size } {
  if (shape.length !== 4) {
    throw new ShapeError(`${operation}: the ${operand} must be [N, C, H, W]; it is ${shapeText(shape)}`);
  }
  return { planes: (shape[0] as number) * (shape[1] as number), size: sizeOf({ shape }) };
}
