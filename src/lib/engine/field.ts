import Fraction from 'fraction.js';

export { Fraction };

/** The few operations that a convolution needs of its scalars. */
export interface Field<Scalar> {
  readonly zero: Scalar;
  add(left: Scalar, right: Scalar): Scalar;
  multiply(left: Scalar, right: Scalar): Scalar;
}

const exactZero = new Fraction(0);

/** Rational numbers on BigInt: nothing is ever rounded. */
export const exactField: Field<Fraction> = {
  zero: exactZero,
  add: (left, right) => left.add(right),
  multiply: (left, right) => left.mul(right)
};

/** IEEE 754 double precision. */
export const realField: Field<number> = {
  zero: 0,
  add: (left, right) => left + right,
  multiply: (left, right) => left * right
};
