import type { Ring } from '../field.ts';
import { tensor, type Tensor } from '../tensor.ts';
import { sumOfProducts } from './convolution.ts';

/**
 * What is multiplied with what in a product of two matrices. Each factor is addressed by steps through its data, so
 * that a matrix stored as [M, K] serves as its own transpose without a copy.
 */
export interface MatrixProductPlan {
  readonly rows: number;
  /** Products that one cell of the result adds up. */
  readonly inner: number;
  readonly columns: number;
  /** From one row to the next of the left factor, and from one of its entries to the next. */
  readonly left: { readonly row: number; readonly inner: number };
  /** From one entry of a column to the next of the right factor, and from one of its columns to the next. */
  readonly right: { readonly inner: number; readonly column: number };
}

/** A matrix as it is stored, [rows, columns], and whether its transpose is meant. */
interface Factor {
  readonly shape: readonly number[];
  readonly transposed?: boolean;
}

/** The plan of a product whose factors are known to fit each other. */
export function planMatrixProduct(left: Factor, right: Factor): MatrixProductPlan {
  const [leftHeight, leftWidth] = left.shape as [number, number];
  const [rightHeight, rightWidth] = right.shape as [number, number];
  return {
    rows: left.transposed ? leftWidth : leftHeight,
    inner: left.transposed ? leftHeight : leftWidth,
    columns: right.transposed ? rightHeight : rightWidth,
    left: left.transposed ? { row: 1, inner: leftWidth } : { row: leftWidth, inner: 1 },
    right: right.transposed ? { inner: 1, column: rightWidth } : { inner: rightWidth, column: 1 }
  };
}

/**
 * The product of two matrices over any ring of scalars: out(i, j) = Σ over k of left(i, k) · right(k, j). The
 * definition that everything faster is held against.
 *
 * @returns [rows, columns] of the plan
 */
export function matrixProductOver<Scalar>(
  ring: Ring<Scalar>,
  plan: MatrixProductPlan,
  left: readonly Scalar[],
  right: readonly Scalar[]
): Tensor<Scalar> {
  const shape = [plan.rows, plan.columns];
  const sums = sumOfProducts(ring, shape, (add) => {
    for (let row = 0; row < plan.rows; row++) {
      for (let column = 0; column < plan.columns; column++) {
        for (let term = 0; term < plan.inner; term++) {
          const leftValue = left[row * plan.left.row + term * plan.left.inner] as Scalar;
          const rightValue = right[term * plan.right.inner + column * plan.right.column] as Scalar;
          add(row * plan.columns + column, leftValue, rightValue);
        }
      }
    }
  });
  return tensor(shape, sums);
}
