import { Fraction, realTensor, tensor, toReal, type ExactTensor, type RealTensor } from '$lib/engine';
import fc from 'fast-check';
import { expect } from 'vitest';

export function cellsIn(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** Real tensors of one shape with entries in thousandths, far from what double precision cannot hold. */
export function realsOf(shape: readonly number[], most = 3): fc.Arbitrary<RealTensor> {
  const length = cellsIn(shape);
  const entry = fc.integer({ min: -1000 * most, max: 1000 * most }).map((thousandths) => thousandths / 1000);
  return fc.array(entry, { minLength: length, maxLength: length }).map((data) => realTensor(shape, data));
}

/** Exact tensors of whole numbers. */
export function wholesOf(shape: readonly number[], most = 9): fc.Arbitrary<ExactTensor> {
  const length = cellsIn(shape);
  return fc
    .array(fc.integer({ min: -most, max: most }), { minLength: length, maxLength: length })
    .map((data) =>
      tensor(
        shape,
        data.map((value) => new Fraction(value))
      )
    );
}

/** Small lengths of so many dimensions. */
export function shapesOf(dimensions: number, most = 4): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 1, max: most }), { minLength: dimensions, maxLength: dimensions });
}

export function numbers(any: RealTensor | ExactTensor): number[] {
  return Array.from(any.data, Number);
}

/** Σ of products, cell by cell: the loss whose gradient by `outputs` is `gradient`. */
export function weighted(gradient: RealTensor, outputs: RealTensor): number {
  expect(outputs.shape).toEqual(gradient.shape);
  return numbers(outputs).reduce((sum, value, cell) => sum + value * (gradient.data[cell] as number), 0);
}

/** The same for fractions. */
export function weightedExactly(gradient: ExactTensor, outputs: ExactTensor): Fraction {
  expect(outputs.shape).toEqual(gradient.shape);
  return outputs.data.reduce(
    (sum, value, cell) => sum.add(value.mul(gradient.data[cell] as Fraction)),
    new Fraction(0)
  );
}

/** The same tensor with one entry moved. */
export function moved(at: ExactTensor, cell: number, by: Fraction): ExactTensor {
  return tensor(
    at.shape,
    at.data.map((value, index) => (index === cell ? value.add(by) : value))
  );
}

/** Derivatives by central differences: the error shrinks with the square of the distance. */
export function centralDifferences(loss: (at: RealTensor) => number, at: RealTensor): number[] {
  const distance = 1e-5;
  return Array.from(at.data, (value, cell) => {
    const shifted = (by: number) => {
      const data = Float64Array.from(at.data);
      data[cell] = value + by;
      return loss({ shape: at.shape, data });
    };
    return (shifted(distance) - shifted(-distance)) / (2 * distance);
  });
}

/** Equal up to a part of the larger number, or up to that itself near zero. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-12): void {
  expect(actual.length).toBe(expected.length);
  for (let index = 0; index < actual.length; index++) {
    const [left, right] = [actual[index] as number, expected[index] as number];
    const room = tolerance * Math.max(1, Math.abs(left), Math.abs(right));
    expect(Math.abs(left - right), `entry ${index}: ${left}, not ${right}`).toBeLessThanOrEqual(room);
  }
}

/** The exact result and the real one of the same whole numbers are the same numbers. */
export function expectSameNumbers(exact: ExactTensor, real: RealTensor): void {
  expect(real.shape).toEqual(exact.shape);
  expect(numbers(real)).toEqual(numbers(toReal(exact)));
}

/** What an action throws. */
export function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}
