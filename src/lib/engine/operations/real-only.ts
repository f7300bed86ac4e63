import { ShapeError } from '../errors.ts';
import type { AnyTensor, RealTensor } from '../tensor.ts';
import { sameKind } from './same-kind.ts';

/**
 * The operands of an operation that leaves the rational numbers. Types say so already; this is for callers without
 * types, since a fraction would otherwise be rounded without a word.
 *
 * @throws {ShapeError} when an operand is exact
 * @throws {NonFiniteError} when a number is not finite
 */
export function requireReal(operation: string, operands: Record<string, RealTensor | null>): void {
  const { exact } = sameKind(operation, operands as Record<string, AnyTensor | null>);
  if (exact) {
    throw new ShapeError(
      `${operation}: its results are no fractions, so it takes real tensors only; make one with toReal`
    );
  }
}
