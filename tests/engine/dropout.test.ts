import {
  dropout,
  dropoutBackward,
  exactTensor,
  Fraction,
  NonFiniteError,
  realTensor,
  sameTensor,
  SettingError,
  ShapeError,
  toReal,
  type AnyTensor
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyday, tensorsOf } from '../data/arbitraries';
import { expectSameNumbers, numbers, realsOf, shapesOf, thrownBy, weightedExactly } from '../data/gradients';

/**
 * The Mersenne Twister as its authors give it (mt19937ar.c,
 * http://www.math.sci.hiroshima-u.ac.jp/m-mat/MT/MT2002/emt19937ar.html), written out for these tests.
 */
function mersenneTwister(seed: number): () => number {
  const state = [seed >>> 0];
  for (let index = 1; index < 624; index++) {
    const last = state[index - 1] as number;
    state.push((Math.imul(1812433253, last ^ (last >>> 30)) + index) >>> 0);
  }
  let index = 624;
  return () => {
    if (index === 624) {
      for (let at = 0; at < 624; at++) {
        const joined =
          ((state[at] as number) & 0x80000000) | ((state[(at + 1) % 624] as number) & 0x7fffffff);
        const twist = joined & 1 ? 0x9908b0df : 0;
        state[at] = ((state[(at + 397) % 624] as number) ^ (joined >>> 1) ^ twist) >>> 0;
      }
      index = 0;
    }
    let value = state[index++] as number;
    value ^= value >>> 11;
    value ^= (value << 7) & 0x9d2c5680;
    value ^= (value << 15) & 0xefc60000;
    return (value ^ (value >>> 18)) >>> 0;
  };
}

/** Numbers in [0, 1) of 53 bits: the lower 26 of one number, then the lower 27 of the next. */
function uniform(seed: number): () => number {
  const next = mersenneTwister(seed);
  return () => ((next() % 2 ** 26) * 2 ** 27 + (next() % 2 ** 27)) / 2 ** 53;
}

const ones = (cells: number) => realTensor([cells], new Float64Array(cells).fill(1));
const keptBy = (seed: number, p: number, cells: number) =>
  Array.from(dropout(ones(cells), p, { seed }).mask.data, (factor) => (factor === 0 ? 0 : 1));

describe('the mask', () => {
  it('is drawn from the Mersenne Twister', () => {
    // ISO C++, [rand.predef]: the 10000th number of mt19937 with its own seed is 4123659995.
    const standard = mersenneTwister(5489);
    for (let count = 1; count < 10_000; count++) standard();
    expect(standard()).toBe(4123659995);
    fc.assert(
      fc.property(
        fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, p) => {
          const next = uniform(seed);
          expect(keptBy(seed, p, 20)).toEqual(Array.from({ length: 20 }, () => (next() < p ? 0 : 1)));
        }
      )
    );
  });

  it('stays what old links show', () => {
    // By CPython's Mersenne Twister, set to the same state; a change breaks exercises that were handed out.
    expect(keptBy(42, 0.5, 24).join('')).toBe('111011100000011101110110');
  });

  it('is the same for the same seed in both number systems, and another for another seed', () => {
    const input = exactTensor(
      [4, 4],
      Array.from({ length: 16 }, (_, index) => index + 1)
    );
    const exact = dropout(input, 0.5, { seed: 7 });
    const real = dropout(toReal(input), 0.5, { seed: 7 });
    expectSameNumbers(exact.mask, real.mask);
    expectSameNumbers(exact.output, real.output);
    expect(sameTensor(dropout(input, 0.5, { seed: 7 }).mask, exact.mask)).toBe(true);
    expect(sameTensor(dropout(input, 0.5, { seed: 8 }).mask, exact.mask)).toBe(false);
  });

  it('is 0 or 1 / (1 − p), exactly for fractions, and the output is the product', () => {
    const cases = shapesOf(3).chain((shape) =>
      fc.record({ input: tensorsOf(shape, everyday), seed: fc.nat(), tenths: fc.integer({ min: 0, max: 9 }) })
    );
    fc.assert(
      fc.property(cases, ({ input, seed, tenths }) => {
        const { output, mask } = dropout(input, tenths / 10, { seed });
        expect(mask.shape).toEqual(input.shape);
        mask.data.forEach((factor, cell) => {
          if (!factor.equals(0)) expect(factor.equals(new Fraction(10, 10 - tenths))).toBe(true);
          expect(output.data[cell]?.equals(factor.mul(input.data[cell] as Fraction))).toBe(true);
        });
      })
    );
  });

  it('drops with probability p and keeps the expectation', () => {
    for (const p of [0.1, 0.5, 0.8]) {
      const cells = 20_000;
      const { output } = dropout(ones(cells), p, { seed: 2024 });
      const values = numbers(output);
      const dropped = values.filter((value) => value === 0).length;
      // Five standard deviations of a count of independent drops.
      expect(Math.abs(dropped - p * cells)).toBeLessThan(5 * Math.sqrt(cells * p * (1 - p)));
      const mean = values.reduce((sum, value) => sum + value) / cells;
      expect(Math.abs(mean - 1)).toBeLessThan(5 * Math.sqrt(p / (1 - p) / cells));
    }
  });

  it('treats every cell alike over the seeds 0, 1, 2, …: a reader takes small ones', () => {
    const seeds = 2000;
    const masks = Array.from({ length: seeds }, (_, seed) => keptBy(seed, 0.5, 4));
    for (let cell = 0; cell < 4; cell++) {
      const kept = masks.filter((mask) => mask[cell] === 1).length;
      expect(Math.abs(kept - seeds / 2)).toBeLessThan(5 * Math.sqrt(seeds / 4));
      const likeTheLast = masks.filter((mask, seed) => mask[cell] === masks[seed - 1]?.[cell]).length;
      expect(Math.abs(likeTheLast - seeds / 2)).toBeLessThan(5 * Math.sqrt(seeds / 4));
    }
  });

  it('keeps all with p = 0 and without training, and nothing with p = 1', () => {
    const input = exactTensor([[1, '-2/3', 0]]);
    for (const { output, mask } of [
      dropout(input, 0, { seed: 1 }),
      dropout(input, 0.9, { seed: 1, training: false })
    ]) {
      expect(sameTensor(output, input)).toBe(true);
      expect(numbers(mask)).toEqual([1, 1, 1]);
    }
    expect(numbers(dropout(input, 1, { seed: 1 }).output)).toEqual([0, 0, 0]);
    expect(Array.from(dropout(toReal(input), 1, { seed: 1 }).output.data)).toEqual([0, 0, 0]);
  });

  it('drops half unless told', () => {
    expect(dropout(ones(50), undefined, { seed: 3 })).toEqual(dropout(ones(50), 0.5, { seed: 3 }));
  });

  it('keeps single precision', () => {
    const single = realTensor([2], Float32Array.of(1, 2));
    const { output, mask } = dropout(single, 0.5, { seed: 1 });
    expect(output.data).toBeInstanceOf(Float32Array);
    expect(mask.data).toBeInstanceOf(Float32Array);
    expect(dropoutBackward(single, mask).data).toBeInstanceOf(Float32Array);
  });
});

describe('dropoutBackward', () => {
  it('is the adjoint of the forward pass: for a given mask dropout is linear', () => {
    const cases = shapesOf(3).chain((shape) =>
      fc.record({ input: tensorsOf(shape, everyday), gradient: tensorsOf(shape, everyday), seed: fc.nat() })
    );
    fc.assert(
      fc.property(cases, ({ input, gradient, seed }) => {
        const { output, mask } = dropout(input, 0.3, { seed });
        const left = weightedExactly(gradient, output);
        expect(left.equals(weightedExactly(dropoutBackward(gradient, mask), input))).toBe(true);
      })
    );
  });

  it('lets the gradient through where the value was kept', () => {
    fc.assert(
      fc.property(realsOf([12]), fc.nat(), (gradient, seed) => {
        const { mask } = dropout(ones(12), 0.5, { seed });
        expect(numbers(dropoutBackward(gradient, mask))).toEqual(
          numbers(mask).map((factor, cell) => (factor === 0 ? 0 : 2 * (gradient.data[cell] as number)))
        );
      })
    );
  });
});

describe('what cannot be dropped', () => {
  const input = realTensor([1, 2]);
  it.each([-0.1, 1.1, NaN])('with probability %s', (p) => {
    const error = thrownBy(() => dropout(input, p, { seed: 1 }));
    expect(error).toBeInstanceOf(SettingError);
    expect((error as Error).message).toBe(`dropout: p must be a probability from 0 to 1, not ${p}`);
  });

  it.each([0.5, NaN, 2 ** 32, -(2 ** 31) - 1, Infinity])('by seed %s', (seed) => {
    const error = thrownBy(() => dropout(input, 0.5, { seed }));
    expect(error).toBeInstanceOf(SettingError);
    expect((error as Error).message).toBe(
      `dropout: the seed must be a whole number of at most 32 bits, not ${seed}`
    );
  });

  it('a gradient of another shape than the mask, or another number system', () => {
    expect(() => dropoutBackward(realTensor([1]), input)).toThrow(ShapeError);
    expect(() => dropoutBackward(realTensor([1]), input)).toThrow(
      /^dropoutBackward: .* of the output, \[2\]; it is \[1\]$/
    );
    expect(() => dropoutBackward<AnyTensor>(exactTensor([1, 2]), input)).toThrow(ShapeError);
  });

  it('a number that is none, or becomes none', () => {
    expect(() => dropout({ shape: [1], data: Float64Array.of(NaN) }, 0.5, { seed: 1 })).toThrow(
      NonFiniteError
    );
    const huge = realTensor([4], new Float64Array(4).fill(1.5e308));
    expect(() => dropout(huge, 0.5, { seed: 1 })).toThrow(/^dropout: the result must be finite/);
    expect(() => dropoutBackward(huge, realTensor([2, 2, 2, 2]))).toThrow(/^dropoutBackward: the result/);
  });
});

describe('without a seed', () => {
  it('training says that it needs one', () => {
    expect(() => dropout(ones(4))).toThrow(
      new SettingError('dropout: training draws by chance; give a seed, a new one for every step')
    );
  });

  it('nothing is dropped outside training', () => {
    const { output, mask } = dropout(ones(4), 0.5, { training: false });
    expect([...output.data]).toEqual([1, 1, 1, 1]);
    expect([...mask.data]).toEqual([1, 1, 1, 1]);
  });
});
