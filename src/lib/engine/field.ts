import Fraction from 'fraction.js';

export { Fraction };

/** The operations of a field, and its order: all that a rational operation needs of its scalars. */
export interface Field<Scalar> {
  readonly zero: Scalar;
  readonly one: Scalar;
  add(left: Scalar, right: Scalar): Scalar;
  subtract(left: Scalar, right: Scalar): Scalar;
  multiply(left: Scalar, right: Scalar): Scalar;
  /** Right must not be zero. */
  divide(left: Scalar, right: Scalar): Scalar;
  /** Negative, zero or positive as left is less than, equal to or greater than right. */
  compare(left: Scalar, right: Scalar): number;
  /** A finite number as a scalar: 0.1 becomes 1/10 where scalars are exact. */
  from(value: number): Scalar;
}

/** No numerator or denominator of a simple fraction is larger: by chance only one number in millions is near one. */
const LARGEST_SIMPLE = 100_000;

/**
 * The simple fraction that was rounded to this number, found by its continued fraction; null if there is none.
 *
 * @param isMeant whether a number near it is what it was before it was rounded
 * @param largestDenominator with none larger, and rounding by less than half of its square, no fraction is missed: it
 *   is a convergent of the number (Hardy and Wright, "An Introduction to the Theory of Numbers", theorem 184)
 */
export function simpleFraction(
  value: number,
  isMeant: (near: number) => boolean = (near) => near === value,
  largestDenominator = LARGEST_SIMPLE
): Fraction | null {
  let [before, numerator] = [0, 1];
  let [below, denominator] = [1, 0];
  for (let rest = value; Number.isFinite(rest); rest = 1 / (rest - Math.floor(rest))) {
    const quotient = Math.floor(rest);
    [before, numerator] = [numerator, quotient * numerator + before];
    [below, denominator] = [denominator, quotient * denominator + below];
    if (Math.abs(numerator) > LARGEST_SIMPLE || denominator > largestDenominator) return null;
    if (isMeant(numerator / denominator)) return new Fraction(numerator, denominator);
  }
  return null;
}

/**
 * A finite number as the fraction that is meant by it: whole numbers are themselves, 0.1 is 1/10 and 1e-8 is
 * 1/100000000. A number of more than 15 digits is the simple fraction that it was rounded from, if there is one, as
 * with 1/3. Fraction.js by itself takes a neighbour with a small denominator for every number: 10/81 for
 * 0.123456789, and 0 for 1e-8.
 */
export function fractionOf(value: number): Fraction {
  if (Number.isInteger(value)) return new Fraction(value);
  // 15 digits of a decimal survive as a double, more do not.
  const simple = Number(value.toPrecision(15)) === value ? null : simpleFraction(value);
  if (simple !== null) return simple;
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return new Fraction(digits).div(new Fraction(10n ** BigInt(-Number(exponent))));
}

/** Rational numbers on BigInt: nothing is ever rounded. */
export const exactField: Field<Fraction> = {
  zero: new Fraction(0),
  one: new Fraction(1),
  add: (left, right) => left.add(right),
  subtract: (left, right) => left.sub(right),
  multiply: (left, right) => left.mul(right),
  divide: (left, right) => left.div(right),
  compare: (left, right) => left.compare(right),
  from: fractionOf
};

/** The exact sum of numbers; 0 of none. */
export function sumOf(values: readonly Fraction[]): Fraction {
  return values.reduce((sum, value) => sum.add(value), exactField.zero);
}

/** IEEE 754 double precision. */
export const realField: Field<number> = {
  zero: 0,
  one: 1,
  add: (left, right) => left + right,
  subtract: (left, right) => left - right,
  multiply: (left, right) => left * right,
  divide: (left, right) => left / right,
  compare: (left, right) => left - right,
  from: (value) => value
};

/** Scalars that can be added and multiplied: all that a sum of products needs. */
export type Ring<Scalar> = Pick<Field<Scalar>, 'zero' | 'add' | 'multiply'>;

/** Whole numbers of any length. */
export const integerRing: Ring<bigint> = {
  zero: 0n,
  add: (left, right) => left + right,
  multiply: (left, right) => left * right
};
