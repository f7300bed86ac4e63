import { exactTensor, Fraction, type ExactTensor } from '$lib/engine';
import type { Product, Trace } from '$lib/trace';
import { expect, vi } from 'vitest';
import { equal, ratioOf, times, total } from '../data/ratio';

/** Every step of a trace, step 0 first. */
export function walk<Step>(trace: Trace<Step>): Step[] {
  return Array.from({ length: trace.length + 1 }, (_, index) => trace.step(index));
}

/** Each product is its value times its weight. */
export function expectProducts(terms: readonly Product[]): void {
  const wrong = terms.filter(
    ({ value, weight, product }) => !equal(times(ratioOf(value), ratioOf(weight)), ratioOf(product))
  );
  expect(wrong).toEqual([]);
}

/** The parts add up to the whole. */
export function expectSum(parts: readonly Fraction[], whole: Fraction): void {
  expect(equal(total(parts.map(ratioOf)), ratioOf(whole))).toBe(true);
}

/** Steps are the same, whichever were asked for before, and those beyond the ends do not exist. */
export function expectRandomAccess<Step>(make: () => Trace<Step>, wishes: readonly number[]): void {
  const steps = walk(make());
  const wandering = make();
  for (const wish of wishes) {
    const index = wish % steps.length;
    expect(wandering.step(index)).toEqual(steps[index]);
  }
  for (const index of [-1, 0.5, steps.length, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => wandering.step(index)).toThrow(RangeError);
  }
}

/** How often two fractions are multiplied meanwhile. */
export function multiplications(work: () => void): number {
  const spy = vi.spyOn(Fraction.prototype, 'mul');
  work();
  const { length } = spy.mock.calls;
  spy.mockRestore();
  return length;
}

/** The same tensor, and how many of its values have been read since the last time one asked. */
export function counted({ shape, data }: ExactTensor): { tensor: ExactTensor; reads: () => number } {
  let reads = 0;
  const watched = new Proxy(data, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
      return Reflect.get(target, key, receiver) as unknown;
    }
  });
  return {
    tensor: { shape, data: watched },
    reads() {
      const found = reads;
      reads = 0;
      return found;
    }
  };
}

/** Where a cell lies in row-major data. */
export function flatIndex(shape: readonly number[], place: readonly number[]): number {
  return place.reduce((flat, index, axis) => flat * (shape[axis] as number) + index, 0);
}

/** The value of a cell. */
export function at({ shape, data }: ExactTensor, ...place: number[]): Fraction {
  return data[flatIndex(shape, place)] as Fraction;
}

/** The values of a tensor as numbers, flat. */
export function numbersOf({ data }: { readonly data: readonly Fraction[] }): number[] {
  return data.map((value) => value.valueOf());
}

/** 1, 2, 3, ... in a shape. */
export function countingUp(shape: readonly number[]): ExactTensor {
  const cells = shape.reduce((product, length) => product * length, 1);
  return exactTensor(
    shape,
    Array.from({ length: cells }, (_, index) => index + 1)
  );
}
