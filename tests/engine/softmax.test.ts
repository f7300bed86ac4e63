import {
  exactTensor,
  logSoftmax,
  logSoftmaxBackward,
  NonFiniteError,
  realTensor,
  SettingError,
  ShapeError,
  softmax,
  softmaxBackward,
  type RealTensor
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centralDifferences,
  cellsIn,
  expectClose,
  realsOf,
  shapesOf,
  thrownBy,
  weighted
} from '../data/gradients';

/** A tensor and one of its dimensions, from either end. */
const withDimension = shapesOf(3).chain((shape) =>
  fc.record({ input: realsOf(shape, 20), gradient: realsOf(shape), dim: fc.integer({ min: -3, max: 2 }) })
);

/** The places of every line along a dimension: found by comparing coordinates. */
function lines(shape: readonly number[], dim: number): number[][] {
  const axis = dim < 0 ? dim + shape.length : dim;
  const found = new Map<string, number[]>();
  for (let cell = 0; cell < cellsIn(shape); cell++) {
    let rest = cell;
    const coordinates = shape.map(() => 0);
    for (let at = shape.length - 1; at >= 0; at--) {
      coordinates[at] = rest % (shape[at] as number);
      rest = Math.floor(rest / (shape[at] as number));
    }
    coordinates[axis] = 0;
    const key = coordinates.join();
    found.set(key, [...(found.get(key) ?? []), cell]);
  }
  return [...found.values()];
}

describe('softmax', () => {
  it('has the published values', () => {
    // https://en.wikipedia.org/wiki/Softmax_function, section "Example".
    expectClose(
      softmax(realTensor([1, 2, 3, 4, 1, 2, 3])).data,
      [0.024, 0.064, 0.175, 0.475, 0.024, 0.064, 0.175],
      0.0006
    );
    // CS231n, https://cs231n.github.io/linear-classify/: what regularization does to the probabilities.
    expectClose(softmax(realTensor([1, -2, 0])).data, [0.7, 0.04, 0.26], 0.006);
    expectClose(softmax(realTensor([0.5, -1, 0])).data, [0.55, 0.12, 0.33], 0.006);
  });

  it('is each exponential over the sum of its line, along any dimension', () => {
    fc.assert(
      fc.property(withDimension, ({ input, dim }) => {
        const result = softmax(input, dim);
        const logarithms = logSoftmax(input, dim);
        expect(result.shape).toEqual(input.shape);
        expect(logarithms.shape).toEqual(input.shape);
        for (const line of lines(input.shape, dim)) {
          const powers = line.map((cell) => Math.exp(input.data[cell] as number));
          const total = powers.reduce((sum, power) => sum + power);
          const shares = line.map((cell) => result.data[cell] as number);
          expectClose(
            shares,
            powers.map((power) => power / total),
            1e-14
          );
          expectClose([shares.reduce((sum, share) => sum + share)], [1], 1e-14);
          expectClose(
            line.map((cell) => logarithms.data[cell] as number),
            powers.map((power) => Math.log(power / total)),
            1e-13
          );
        }
      })
    );
  });

  it('goes along the last dimension unless told', () => {
    fc.assert(
      fc.property(withDimension, ({ input, gradient }) => {
        expect(softmax(input)).toEqual(softmax(input, 2));
        expect(logSoftmax(input)).toEqual(logSoftmax(input, 2));
        expect(softmaxBackward(gradient, input)).toEqual(softmaxBackward(gradient, input, 2));
        expect(logSoftmaxBackward(gradient, input)).toEqual(logSoftmaxBackward(gradient, input, 2));
      })
    );
  });

  it('does not change when everything is shifted', () => {
    const shifted = fc.record({ input: realsOf([5]), by: fc.integer({ min: -1000, max: 1000 }) });
    fc.assert(
      fc.property(shifted, ({ input, by }) => {
        const moved = { shape: [5], data: input.data.map((value) => value + by) };
        expectClose(softmax(moved).data, softmax(input).data, 1e-12);
        expectClose(logSoftmax(moved).data, logSoftmax(input).data, 1e-12);
      })
    );
  });

  it('of large numbers is that of the small ones', () => {
    const small = realTensor([0, 1, 2]);
    for (const by of [1000, -1000]) {
      const large = realTensor([by, by + 1, by + 2]);
      expect(softmax(large).data).toEqual(softmax(small).data);
      expect(logSoftmax(large).data).toEqual(logSoftmax(small).data);
    }
    expect(Array.from(softmax(realTensor([1e308, -1e308])).data)).toEqual([1, 0]);
    // Softmax is 0 in double precision here, its logarithm is not infinite.
    expect(Array.from(logSoftmax(realTensor([0, -5000])).data)).toEqual([0, -5000]);
  });

  it('is the sigmoid of the difference for two entries, and equal shares for equal ones', () => {
    const [first] = softmax(realTensor([Math.log(3), 0])).data;
    expect(first).toBeCloseTo(3 / 4, 15);
    expect(Array.from(softmax(realTensor([7, 7, 7, 7])).data)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(Array.from(softmax(realTensor([[5], [6]])).data)).toEqual([1, 1]);
  });

  it('keeps single precision, summing in double', () => {
    const single = realTensor([2, 3], Float32Array.of(1, 2, 3, -1, 0, 1));
    const double = realTensor([2, 3], Float64Array.from(single.data));
    for (const [actual, expected] of [
      [softmax(single), softmax(double)],
      [logSoftmax(single), logSoftmax(double)],
      [softmaxBackward(single, single), softmaxBackward(double, double)],
      [logSoftmaxBackward(single, single), logSoftmaxBackward(double, double)]
    ] as const) {
      expect(actual.data).toEqual(Float32Array.from(expected.data));
    }
  });
});

describe('gradients', () => {
  it.each([
    ['softmax', softmax, softmaxBackward],
    ['logSoftmax', logSoftmax, logSoftmaxBackward]
  ])('of %s equals the numerical one, and no shift of a line changes the loss', (_, forward, backward) => {
    const cases = shapesOf(3, 3).chain((shape) =>
      fc.record({ input: realsOf(shape), gradient: realsOf(shape), dim: fc.integer({ min: -3, max: 2 }) })
    );
    fc.assert(
      fc.property(cases, ({ input, gradient, dim }) => {
        const actual = backward(gradient, input, dim);
        const numerical = centralDifferences((at) => weighted(gradient, forward(at, dim)), input);
        expectClose(actual.data, numerical, 1e-8);
        for (const line of lines(input.shape, dim)) {
          const sum = line.reduce((total, cell) => total + (actual.data[cell] as number), 0);
          expectClose([sum], [0], 1e-13);
        }
      }),
      { numRuns: 40 }
    );
  });
});

describe('what has no softmax', () => {
  const input = realTensor([[1, 2, 3]]);
  type Along = (input: RealTensor, dim?: number) => RealTensor;
  const operations: [string, Along][] = [
    ['softmax', softmax],
    ['logSoftmax', logSoftmax],
    ['softmaxBackward', (any, dim) => softmaxBackward(any, any, dim)],
    ['logSoftmaxBackward', (any, dim) => logSoftmaxBackward(any, any, dim)]
  ];

  it.each(operations)('%s: dimensions that there are not', (name, operation) => {
    for (const dim of [2, -3, 0.5, NaN]) {
      const error = thrownBy(() => operation(input, dim));
      expect(error).toBeInstanceOf(SettingError);
      expect((error as Error).message).toBe(
        `${name}: dim must name one of the 2 dimensions of [1, 3], from 0 or, counted from the end, from -1; it is ${dim}`
      );
    }
  });

  it.each(operations)('%s: a scalar, fractions, a number that is none', (name, operation) => {
    const scalar = thrownBy(() => operation(realTensor(1)));
    expect(scalar).toBeInstanceOf(ShapeError);
    expect((scalar as Error).message).toBe(`${name}: the input must have at least one dimension; it is []`);
    const exact = thrownBy(() => operation(exactTensor([1, 2]) as never));
    expect(exact).toBeInstanceOf(ShapeError);
    expect((exact as Error).message).toMatch(new RegExp(`^${name}: .* takes real tensors only`));
    expect(() => operation({ shape: [2], data: Float64Array.of(1, NaN) })).toThrow(NonFiniteError);
  });

  it('a gradient of another shape', () => {
    for (const backward of [softmaxBackward, logSoftmaxBackward]) {
      expect(() => backward(realTensor([1, 2, 3]), input)).toThrow(ShapeError);
      expect(() => backward(realTensor([1, 2, 3]), input)).toThrow(/of the output, \[1, 3\]; it is \[3\]$/);
    }
  });

  it('results that are no numbers', () => {
    expect(() => logSoftmax(realTensor([1e308, -1e308]))).toThrow(/^logSoftmax: the result must be finite/);
    const slopes = realTensor([1.5e308, 1.5e308]);
    expect(() => logSoftmaxBackward(slopes, realTensor([0, 0]))).toThrow(/^logSoftmaxBackward: the result/);
    expect(() => softmaxBackward(realTensor([1.5e308, -1.5e308]), realTensor([0, 100]))).toThrow(
      /^softmaxBackward: the result/
    );
  });
});
