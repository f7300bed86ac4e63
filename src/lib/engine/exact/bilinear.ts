import { Fraction } from '../field.ts';

/** Fractions over one common denominator. */
interface Scaled {
  readonly integers: readonly bigint[];
  readonly denominator: bigint;
  /** The largest absolute value of the integers. */
  readonly largest: bigint;
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}

function toCommonDenominator(values: readonly Fraction[]): Scaled {
  let denominator = 1n;
  for (const { d } of values) {
    if (denominator % d !== 0n) denominator *= d / greatestCommonDivisor(denominator, d);
  }
  let largest = 0n;
  const integers = values.map(({ s, n, d }) => {
    const size = n * (denominator / d);
    if (size > largest) largest = size;
    return s < 0n ? -size : size;
  });
  return { integers, denominator, largest };
}

/** Whole numbers up to here, and all their sums and products up to here, are exact in double precision. */
const LARGEST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** How one and the same bilinear operation is computed of doubles and of integers of any length. */
interface BilinearOperation {
  /** At most so many products are added to one result. */
  readonly terms: number;
  readonly doubles: (left: Float64Array, right: Float64Array) => ArrayLike<number>;
  readonly integers: (left: readonly bigint[], right: readonly bigint[]) => readonly bigint[];
}

/**
 * Computes sums of products of fractions exactly and fast: over common denominators all work is whole-number
 * work, and where no sum can leave the whole numbers that doubles hold exactly, the typed-array kernels do it.
 */
export function bilinearExact(
  left: readonly Fraction[],
  right: readonly Fraction[],
  { terms, doubles, integers }: BilinearOperation
): Fraction[] {
  const first = toCommonDenominator(left);
  const second = toCommonDenominator(right);
  const denominator = first.denominator * second.denominator;
  if (first.largest * second.largest * BigInt(terms) <= LARGEST_SAFE) {
    const sums = doubles(
      Float64Array.from(first.integers, Number),
      Float64Array.from(second.integers, Number)
    );
    return Array.from(sums, (sum) => new Fraction(BigInt(sum), denominator));
  }
  return integers(first.integers, second.integers).map((sum) => new Fraction(sum, denominator));
}
