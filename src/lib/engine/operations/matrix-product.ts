import {
  matrixProductOver,
  planMatrixProduct,
  type MatrixProductPlan
} from '../definitions/matrix-product.ts';
import { ShapeError, shapeText } from '../errors.ts';
import { bilinearExact } from '../exact/bilinear.ts';
import { integerRing, type Fraction } from '../field.ts';
import { multiplyMatrices } from '../kernels/matrix-product.ts';
import {
  cellsOf,
  requireFinite,
  tensor,
  type AnyTensor,
  type ExactTensor,
  type RealTensor
} from '../tensor.ts';
import { requireOutputShape } from './convolution-backward.ts';
import { sameKind } from './same-kind.ts';

/**
 * Height and width of a matrix.
 *
 * @param dimensions what they are, for the message: '[M, K]'
 * @throws {ShapeError} when the tensor does not have two dimensions
 */
export function matrixSize(
  operation: string,
  name: string,
  { shape }: AnyTensor,
  dimensions: string
): readonly [number, number] {
  const [height, width] = shape;
  if (shape.length !== 2 || height === undefined || width === undefined) {
    throw new ShapeError(`${operation}: ${name} must be ${dimensions}; it is ${shapeText(shape)}`);
  }
  return [height, width];
}

/** The product of two typed matrices that fit, with a bias for each column if there is one. */
export function multiplyReal(
  operation: string,
  plan: MatrixProductPlan,
  left: RealTensor,
  right: RealTensor,
  bias: RealTensor | null = null
): RealTensor {
  const data = multiplyMatrices(plan, left.data, right.data, bias?.data ?? null);
  return requireFinite(operation, 'the result', { shape: [plan.rows, plan.columns], data });
}

/** The product of two matrices of fractions that fit, by whole-number work. */
export function multiplyExactly(plan: MatrixProductPlan, left: ExactTensor, right: ExactTensor): ExactTensor {
  const sums: Fraction[] = bilinearExact(left.data, right.data, {
    terms: plan.inner,
    doubles: (first, second) => multiplyMatrices(plan, first, second, null),
    integers: (first, second) => matrixProductOver(integerRing, plan, first, second).data
  });
  return tensor([plan.rows, plan.columns], sums);
}

/**
 * The product of two matrices: out(m, p) = Σ over k of left(m, k) · right(k, p). Exact for fractions, fast for typed
 * arrays. `torch.matmul` of two matrices: https://docs.pytorch.org/docs/stable/generated/torch.matmul.html
 *
 * @param left [M, K]
 * @param right [K, P]
 * @returns [M, P]
 * @throws {ShapeError} when an operand is not a matrix, the inner lengths differ, or one is exact and the other real
 * @throws {NonFiniteError} when an operand or a result is not finite
 * @throws {TooLargeError} when the result would have more cells than `MOST_CELLS`
 */
export function matmul<T extends AnyTensor>(left: T, right: T): T;
export function matmul(left: AnyTensor, right: AnyTensor): AnyTensor {
  cellsOf(requireProduct('matmul', left, right), 'matmul');
  const plan = planMatrixProduct(left, right);
  const { real, exact } = sameKind('matmul', { left, right });
  return real
    ? multiplyReal('matmul', plan, real.left, real.right)
    : multiplyExactly(plan, exact.left, exact.right);
}

/** The shape of a product of two matrices. */
function requireProduct(operation: string, left: AnyTensor, right: AnyTensor): readonly [number, number] {
  const [rows, leftInner] = matrixSize(operation, 'left', left, '[M, K]');
  const [rightInner, columns] = matrixSize(operation, 'right', right, '[K, P]');
  if (leftInner !== rightInner) {
    throw new ShapeError(
      `${operation}: left has ${leftInner} columns, right has ${rightInner} rows; they must be equal ` +
        `(left is ${shapeText(left.shape)}, right is ${shapeText(right.shape)})`
    );
  }
  return [rows, columns];
}

/**
 * Gradients of {@link matmul}: for the left factor gradient · rightᵀ, for the right one leftᵀ · gradient (Goodfellow,
 * Bengio, Courville: Deep Learning, section 6.5.6, https://www.deeplearningbook.org/contents/mlp.html).
 *
 * @param gradient [M, P], of the loss by each cell of the product
 * @param left [M, K]
 * @param right [K, P]
 * @throws {ShapeError} when shapes do not fit each other, or the operands are of different number systems
 * @throws {NonFiniteError} when an operand or a result is not finite
 */
export function matmulBackward<T extends AnyTensor>(gradient: T, left: T, right: T): { left: T; right: T };
export function matmulBackward(
  gradient: AnyTensor,
  left: AnyTensor,
  right: AnyTensor
): { left: AnyTensor; right: AnyTensor } {
  requireOutputShape('matmulBackward', gradient, requireProduct('matmulBackward', left, right));
  const leftPlan = planMatrixProduct(gradient, { shape: right.shape, transposed: true });
  const rightPlan = planMatrixProduct({ shape: left.shape, transposed: true }, gradient);
  const { real, exact } = sameKind('matmulBackward', { gradient, left, right });
  return real
    ? {
        left: multiplyReal('matmulBackward', leftPlan, real.gradient, real.right),
        right: multiplyReal('matmulBackward', rightPlan, real.left, real.gradient)
      }
    : {
        left: multiplyExactly(leftPlan, exact.gradient, exact.right),
        right: multiplyExactly(rightPlan, exact.left, exact.gradient)
      };
}
