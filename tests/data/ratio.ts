import type { Fraction } from '$lib/engine';

/** Rational arithmetic of the tests' own, never reduced: slow, and too simple to be wrong. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

export function ratio(n: bigint | number, d: bigint | number = 1): Ratio {
  return { n: BigInt(n), d: BigInt(d) };
}

/** Takes a fraction apart. */
export function ratioOf(value: Fraction): Ratio {
  return { n: value.s * value.n, d: value.d };
}

export function plus(left: Ratio, right: Ratio): Ratio {
  return { n: left.n * right.d + right.n * left.d, d: left.d * right.d };
}

export function times(left: Ratio, right: Ratio): Ratio {
  return { n: left.n * right.n, d: left.d * right.d };
}

export function total(values: readonly Ratio[]): Ratio {
  return values.reduce(plus, ratio(0));
}

export function equal(left: Ratio, right: Ratio): boolean {
  return left.n * right.d === right.n * left.d;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Whether |found − value| ≤ |value| / 200, which is half a percent. */
export function withinHalfPercent(found: Ratio, value: Ratio): boolean {
  const difference = magnitude(found.n * value.d - value.n * found.d);
  return 200n * difference <= magnitude(value.n * found.d);
}
