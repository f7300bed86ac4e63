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

/** Rational numbers on BigInt: nothing is ever rounded. */
export const exactField: Field<Fraction> = {
  zero: new Fraction(0),
  one: new Fraction(1),
  add: (left, right) => left.add(right),
  subtract: (left, right) => left.sub(right),
  multiply: (left, right) => left.mul(right),
  divide: (left, right) => left.div(right),
  compare: (left, right) => left.compare(right),
  from: (value) => new Fraction(value)
};

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
