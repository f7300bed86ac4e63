import { ShapeError } from './errors';
import { Fraction } from './field';
import type { Size } from './geometry';

/** A row-major array with its shape, outermost dimension first. Never mutated. */
export interface Tensor<Scalar> {
  readonly shape: readonly number[];
  readonly data: readonly Scalar[];
}

/** A tensor of fractions. */
export type ExactTensor = Tensor<Fraction>;

/**
 * A tensor of the given shape over row-major data.
 *
 * @throws {ShapeError} when a dimension is not a positive whole number, or the data does not fill the shape
 */
export function tensor<Scalar>(shape: readonly number[], data: readonly Scalar[]): Tensor<Scalar> {
  if (!shape.every((length) => Number.isInteger(length) && length > 0)) {
    throw new ShapeError(`a shape has positive whole lengths, not (${shape.join(', ')})`);
  }
  const cells = shape.reduce((product, length) => product * length, 1);
  if (cells !== data.length) {
    throw new ShapeError(`shape (${shape.join(', ')}) holds ${cells} values, but ${data.length} were given`);
  }
  return { shape, data };
}

/**
 * A matrix as an exact tensor of shape (1, 1, height, width): one image of one channel, or one kernel.
 * Entries may be whole numbers, fractions or text such as '1/3' (as Fraction.js reads them).
 *
 * @throws {ShapeError} when there is no entry or the rows differ in length
 */
export function matrix(rows: readonly (readonly (number | string | Fraction)[])[]): ExactTensor {
  const width = rows[0]?.length ?? 0;
  const ragged = rows.find((row) => row.length !== width);
  if (ragged) throw new ShapeError(`rows of ${width} and of ${ragged.length} entries make no matrix`);
  const data = rows.flatMap((row) => row.map((entry) => new Fraction(entry)));
  return tensor([1, 1, rows.length, width], data);
}

/**
 * Height and width of an (N, C, H, W) tensor.
 *
 * @throws {ShapeError} when the tensor does not have four dimensions
 */
export function sizeOf(image: Tensor<unknown>): Size {
  const [, , height, width] = image.shape;
  if (image.shape.length !== 4 || height === undefined || width === undefined) {
    throw new ShapeError(`expected (N, C, H, W), got (${image.shape.join(', ')})`);
  }
  return { height, width };
}

/** The rows of the first channel of the first image. */
export function rowsOf<Scalar>(image: Tensor<Scalar>): Scalar[][] {
  const { height, width } = sizeOf(image);
  return Array.from({ length: height }, (_, row) => image.data.slice(row * width, (row + 1) * width));
}

/** Whether two exact tensors have the same shape and the same values. */
export function sameTensor(left: ExactTensor, right: ExactTensor): boolean {
  if (left === right) return true;
  return (
    left.shape.length === right.shape.length &&
    left.shape.every((length, axis) => length === right.shape[axis]) &&
    left.data.every((value, index) => {
      const other = right.data[index];
      // Fractions are kept in lowest terms, so equal ones have equal parts.
      return value.n === other?.n && value.d === other.d && value.s === other.s;
    })
  );
}
