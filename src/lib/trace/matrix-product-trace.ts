import { matmul, type ExactTensor, type Fraction, type Position } from '$lib/engine';
import { placeIn } from './place';
import type { Grain } from './settings';
import { productOf, type Product } from './step';
import { sumTrace, type SumTrace } from './sum-trace';

export interface MatrixProductSettings {
  /** [M, K] */
  readonly left: ExactTensor;
  /** [K, P] */
  readonly right: ExactTensor;
}

/** An entry of the left matrix's row (`value`) meets the entry of the right one's column (`weight`). */
export interface MatrixTerm extends Product {
  /** Column of the left matrix, row of the right one. */
  readonly inner: number;
}

/** The steps of a matrix product: the cells of [M, P] in reading order. */
export type MatrixProductTrace = SumTrace<Position, MatrixTerm>;

/**
 * The trace of `matmul`: each cell is the row of the left matrix times the column of the right one.
 *
 * @throws {ShapeError | TooLargeError} as `matmul`
 */
export function matrixProductTrace({ left, right }: MatrixProductSettings, grain: Grain): MatrixProductTrace {
  const output = matmul(left, right);
  const [inner, columns] = right.shape as readonly [number, number];
  return sumTrace(
    {
      output,
      termCounts: [inner],
      placeOf: (cell) => {
        const [row, column] = placeIn(output.shape as readonly [number, number], cell);
        return { row, column };
      },
      termsOf: ({ row, column }) =>
        Array.from({ length: inner }, (_, index) => ({
          inner: index,
          ...productOf(
            left.data[row * inner + index] as Fraction,
            right.data[index * columns + column] as Fraction
          )
        }))
    },
    grain
  );
}
