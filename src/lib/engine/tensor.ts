import { NonFiniteError, NumberError, ShapeError, shapeText, TooLargeError } from './errors.ts';
import { Fraction, fractionOf } from './field.ts';
import type { Size } from './geometry/axis.ts';

/** No tensor has more cells than this: 2²⁶, half a gigabyte of double precision. */
export const MOST_CELLS = 2 ** 26;

/** A row-major array with its shape, outermost dimension first. Never mutated. */
export interface Tensor<Scalar> {
  readonly shape: readonly number[];
  readonly data: readonly Scalar[];
}

/** A tensor of fractions: what is computed of it is exact. */
export type ExactTensor = Tensor<Fraction>;

export type RealData = Float64Array | Float32Array;

/** A tensor of floating-point numbers: what is computed of it is fast. Results have the precision of the data. */
export interface RealTensor {
  readonly shape: readonly number[];
  readonly data: RealData;
}

/** A tensor of either number system. The operations choose how to compute by it. */
export type AnyTensor = ExactTensor | RealTensor;

/** Which of the two number systems a tensor belongs to. */
export function isReal(any: AnyTensor): any is RealTensor {
  return any.data instanceof Float64Array || any.data instanceof Float32Array;
}

/**
 * Cells of a shape. The empty shape, that of a scalar, has one.
 *
 * @param operation begins the message of what is thrown, where there is an operation
 * @throws {ShapeError} when a dimension is not a positive whole number
 * @throws {TooLargeError} when there are more than `MOST_CELLS`
 */
export function cellsOf(shape: readonly number[], operation?: string): number {
  const whose = operation === undefined ? '' : `${operation}: `;
  if (!shape.every((length) => Number.isInteger(length) && length > 0)) {
    throw new ShapeError(`${whose}a shape has positive whole lengths, not ${shapeText(shape)}`);
  }
  const cells = shape.reduce((product, length) => product * length, 1);
  if (cells > MOST_CELLS) {
    throw new TooLargeError(
      `${whose}a tensor has at most ${MOST_CELLS} cells; ${shapeText(shape)} would have ${cells}`
    );
  }
  return cells;
}

/**
 * @throws {ShapeError} when a dimension is not a positive whole number, or so many values do not fill the shape
 * @throws {TooLargeError} when there are more cells than `MOST_CELLS`
 */
export function requireFilled(shape: readonly number[], length: number): void {
  const cells = cellsOf(shape);
  if (cells !== length) {
    throw new ShapeError(`shape ${shapeText(shape)} holds ${cells} values, but ${length} were given`);
  }
}

/**
 * A tensor of the given shape over row-major data.
 *
 * @throws {ShapeError} when a dimension is not a positive whole number, or the data does not fill the shape
 * @throws {TooLargeError} when there are more cells than `MOST_CELLS`
 */
export function tensor<Scalar>(shape: readonly number[], data: readonly Scalar[]): Tensor<Scalar> {
  requireFilled(shape, data.length);
  return { shape, data };
}

/** Nested arrays of numbers, of any depth; a number alone is a scalar. */
export type Nested<Entry> = Entry | readonly Nested<Entry>[];

/** The shape of nested arrays and their entries in row-major order. */
function flattened<Entry>(nested: Nested<Entry>): { shape: number[]; entries: Entry[] } {
  const shape: number[] = [];
  for (let level: Nested<Entry> | undefined = nested; Array.isArray(level); level = level[0]) {
    shape.push(level.length);
  }
  const entries: Entry[] = [];
  const walk = (part: Nested<Entry>, depth: number): void => {
    const isList = Array.isArray(part);
    if (isList !== depth < shape.length || (isList && part.length !== shape[depth])) {
      const found = isList ? `a list of ${part.length}` : 'a single entry';
      throw new ShapeError(`ragged nesting: ${found} where shape ${shapeText(shape)} has another`);
    }
    if (isList) part.forEach((inner) => walk(inner, depth + 1));
    else entries.push(part as Entry);
  };
  walk(nested, 0);
  return { shape, entries };
}

/**
 * A tensor of fractions. Entries are whole numbers, decimals (0.1 is 1/10), fractions, or text such as '1/3'.
 * Either nested arrays, whose shape is read off them, or a shape and flat row-major data.
 *
 * @throws {ShapeError} on ragged nesting, an empty dimension, or data that does not fill the shape
 * @throws {NonFiniteError} when an entry is not a finite number
 * @throws {NumberError} when a text is not a number
 * @throws {TooLargeError} when there are more cells than `MOST_CELLS`
 */
export function exactTensor(nested: Nested<number | bigint | string | Fraction>): ExactTensor;
export function exactTensor(
  shape: readonly number[],
  data: ArrayLike<number | bigint | string | Fraction>
): ExactTensor;
export function exactTensor(
  first: Nested<number | bigint | string | Fraction>,
  data?: ArrayLike<number | bigint | string | Fraction>
): ExactTensor {
  const { shape, entries } =
    data === undefined ? flattened(first) : { shape: first as readonly number[], entries: Array.from(data) };
  return tensor(shape, entries.map(toFraction));
}

/**
 * A fraction as Fraction.js makes it, also that of another copy of the library or one that has been cloned. Fraction.js
 * itself would take any list or object for a fraction: [1, 2] for 1/2.
 */
function isFraction(entry: unknown): entry is Fraction {
  if (typeof entry !== 'object' || entry === null) return false;
  const { s, n, d } = entry as Partial<Fraction>;
  return typeof s === 'bigint' && typeof n === 'bigint' && typeof d === 'bigint';
}

function toFraction(entry: number | bigint | string | Fraction): Fraction {
  if (typeof entry === 'number') {
    if (!Number.isFinite(entry)) throw new NonFiniteError(`a tensor has finite entries, not ${entry}`);
    return fractionOf(entry);
  }
  // For callers without types: Fraction.js takes nothing for 0.
  if ((entry as unknown) === null || (entry as unknown) === undefined) throw new NumberError('empty');
  if (typeof entry !== 'string' && typeof entry !== 'bigint' && !isFraction(entry)) {
    throw new NumberError('unreadable');
  }
  try {
    return new Fraction(entry as string);
  } catch (error) {
    const isByZero = error instanceof Error && error.message === 'Division by Zero';
    throw new NumberError(isByZero ? 'division-by-zero' : 'unreadable');
  }
}

/**
 * A tensor of floating-point numbers: nested arrays, whose shape is read off them, or a shape and flat row-major
 * data. A typed array is taken as it is, not copied, and gives the precision; everything else becomes double.
 *
 * @throws {ShapeError} on ragged nesting, an empty dimension, or data that does not fill the shape
 * @throws {NonFiniteError} when an entry is not a finite number
 * @throws {TooLargeError} when there are more cells than `MOST_CELLS`
 */
export function realTensor(nested: Nested<number>): RealTensor;
export function realTensor(shape: readonly number[], data: RealData | ArrayLike<number>): RealTensor;
export function realTensor(first: Nested<number>, data?: RealData | ArrayLike<number>): RealTensor {
  const { shape, entries } =
    data === undefined ? flattened(first) : { shape: first as readonly number[], entries: data };
  requireFilled(shape, entries.length);
  const typed =
    entries instanceof Float64Array || entries instanceof Float32Array
      ? entries
      : // What is no number is refused with NaN: null, which is how JSON writes NaN, would become 0.
        Float64Array.from(entries, (entry) => (typeof entry === 'number' ? entry : Number.NaN));
  return requireFinite('realTensor', 'the data', { shape, data: typed });
}

/**
 * The tensor itself, if all of its numbers are finite. Fractions always are.
 *
 * @throws {NonFiniteError} with the operation, the operand and the first place that is not
 */
export function requireFinite<T extends AnyTensor>(operation: string, operand: string, any: T): T {
  if (!isReal(any)) return any;
  const { data } = any;
  if (Number.isFinite(sumOf(data))) return any;
  const place = data.findIndex((value) => !Number.isFinite(value));
  // Finite numbers whose sum is too large.
  if (place < 0) return any;
  throw new NonFiniteError(
    `${operation}: ${operand} must be finite; entry ${place} of ${shapeText(any.shape)} is ${data[place]}`
  );
}

/**
 * The sum of all numbers, in whatever order is quickest; finite only when all of them are. Four sums, so that an
 * addition need not wait for the one before it.
 */
function sumOf(data: RealData): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let index = 0;
  for (; index + 7 < data.length; index += 8) {
    sum0 += (data[index] as number) + (data[index + 4] as number);
    sum1 += (data[index + 1] as number) + (data[index + 5] as number);
    sum2 += (data[index + 2] as number) + (data[index + 6] as number);
    sum3 += (data[index + 3] as number) + (data[index + 7] as number);
  }
  for (; index < data.length; index++) sum0 += data[index] as number;
  return sum0 + sum1 + sum2 + sum3;
}

/** Zeros in the precision of another tensor's data. */
export function zerosLike(precision: RealData, cells: number): RealData {
  return precision instanceof Float32Array ? new Float32Array(cells) : new Float64Array(cells);
}

/** Bits of a positive whole number, or up to three more. */
function bitsOf(size: bigint): number {
  return 4 * size.toString(16).length;
}

/** A fraction in double precision, rounded once, even where numerator and denominator are too large for it. */
function doubleOf({ s, n, d }: Fraction): number {
  if (n <= Number.MAX_SAFE_INTEGER && d <= Number.MAX_SAFE_INTEGER) return Number(s * n) / Number(d);
  // A quotient of more bits than a double has; what is left of the division goes into its last one.
  const shift = 66 + bitsOf(d) - bitsOf(n);
  const numerator = shift > 0 ? n << BigInt(shift) : n;
  const denominator = shift < 0 ? d << BigInt(-shift) : d;
  const quotient = (numerator / denominator) | (numerator % denominator === 0n ? 0n : 1n);
  // The power of two alone may be too small for a double, its halves are not.
  const half = Math.floor(shift / 2);
  return Number(s * quotient) * 2 ** -half * 2 ** (half - shift);
}

/**
 * An exact tensor in double precision.
 *
 * @throws {NonFiniteError} when a fraction is too large for it
 */
export function toReal(exact: ExactTensor): RealTensor {
  const data = Float64Array.from(exact.data, doubleOf);
  return requireFinite('toReal', 'the result', { shape: exact.shape, data });
}

/**
 * A matrix as an exact tensor of shape (1, 1, height, width): one image of one channel, or one kernel.
 * Entries may be whole numbers, fractions or text such as '1/3' (as Fraction.js reads them).
 *
 * @throws {ShapeError} when there is no entry or the rows differ in length
 */
export function matrix(rows: readonly (readonly (number | string | Fraction)[])[]): ExactTensor {
  return exactTensor([[rows]]);
}

/**
 * Height and width of an (N, C, H, W) tensor.
 *
 * @throws {ShapeError} when the tensor does not have four dimensions
 */
export function sizeOf(image: { readonly shape: readonly number[] }): Size {
  const [, , height, width] = image.shape;
  if (image.shape.length !== 4 || height === undefined || width === undefined) {
    throw new ShapeError(`expected [N, C, H, W], got ${shapeText(image.shape)}`);
  }
  return { height, width };
}

/** The rows of the first channel of the first image. */
export function rowsOf<Scalar>(image: Tensor<Scalar>): Scalar[][] {
  const { height, width } = sizeOf(image);
  return Array.from({ length: height }, (_, row) => image.data.slice(row * width, (row + 1) * width));
}

/** Whether two shapes have the same lengths in the same order. */
export function sameShape(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((length, axis) => length === right[axis]);
}

/** Whether two tensors are of one number system and have the same shape and the same values. */
export function sameTensor(left: AnyTensor, right: AnyTensor): boolean {
  if (left === right) return true;
  if (!sameShape(left.shape, right.shape) || left.data.length !== right.data.length) return false;
  if (isReal(left)) return isReal(right) && left.data.every((value, index) => value === right.data[index]);
  if (isReal(right)) return false;
  return left.data.every((value, index) => {
    const other = right.data[index];
    // Fractions are kept in lowest terms, so equal ones have equal parts.
    return value.n === other?.n && value.d === other.d && value.s === other.s;
  });
}
