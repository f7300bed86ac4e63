import {
  conv2d,
  conv2dOver,
  exactField,
  Fraction,
  matrix,
  realField,
  rowsOf,
  sameTensor,
  tensor,
  type ExactTensor
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyday, matricesUpTo, settingsWith, tensorsOf, whole } from '../data/arbitraries';

function combined(a: Fraction, left: ExactTensor, b: Fraction, right: ExactTensor): ExactTensor {
  const data = left.data.map((value, index) => a.mul(value).add(b.mul(right.data[index] as Fraction)));
  return tensor(left.shape, data);
}

/** The same rows behind `down` rows and `across` columns of zeros. */
function shifted(image: ExactTensor, down: number, across: number): ExactTensor {
  const rows = rowsOf(image).map((row) => [...new Array<number>(across).fill(0), ...row]);
  const empty = () => new Array<number>(rows[0]?.length ?? 0).fill(0);
  return matrix([...Array.from({ length: down }, empty), ...rows]);
}

const pairOfSettings = settingsWith(everyday).chain((settings) =>
  fc.record({
    settings: fc.constant(settings),
    otherInput: tensorsOf(settings.input.shape, everyday),
    otherKernel: tensorsOf(settings.kernel.shape, everyday),
    a: everyday,
    b: everyday
  })
);

describe('conv2d', () => {
  it('is linear in the input', () => {
    fc.assert(
      fc.property(pairOfSettings, ({ settings, otherInput, a, b }) => {
        const { input, kernel, ...options } = settings;
        const left = conv2d(combined(a, input, b, otherInput), kernel, options);
        const right = combined(a, conv2d(input, kernel, options), b, conv2d(otherInput, kernel, options));
        expect(sameTensor(left, right)).toBe(true);
      })
    );
  });

  it('is linear in the kernel', () => {
    fc.assert(
      fc.property(pairOfSettings, ({ settings, otherKernel, a, b }) => {
        const { input, kernel, ...options } = settings;
        const left = conv2d(input, combined(a, kernel, b, otherKernel), options);
        const right = combined(a, conv2d(input, kernel, options), b, conv2d(input, otherKernel, options));
        expect(sameTensor(left, right)).toBe(true);
      })
    );
  });

  it('moves its output along when the input moves', () => {
    fc.assert(
      fc.property(
        settingsWith(everyday),
        fc.nat(3),
        fc.nat(3),
        ({ input, kernel, padding }, down, across) => {
          const options = { padding: 0 };
          // A border on all sides first, so that every kernel fits.
          const image = shifted(input, 2 * padding, 2 * padding);
          const before = rowsOf(conv2d(image, kernel, options));
          const after = rowsOf(conv2d(shifted(image, down, across), kernel, options));
          const moved = after.slice(down).map((row) => row.slice(across));
          expect(moved.map((row) => row.map((value) => value.toFraction()))).toEqual(
            before.map((row) => row.map((value) => value.toFraction()))
          );
        }
      )
    );
  });

  it('gives the input back under a kernel with a single 1 in its middle', () => {
    const identity = matrix([
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0]
    ]);
    fc.assert(
      fc.property(matricesUpTo(6, everyday), (image) => {
        expect(sameTensor(conv2d(image, identity, { padding: 1 }), image)).toBe(true);
      })
    );
  });

  it('with padding is the same as with zeros written around the input', () => {
    fc.assert(
      fc.property(settingsWith(everyday), ({ input, kernel, stride, padding }) => {
        const rows = rowsOf(input).map((row) => {
          const side = new Array<number>(padding).fill(0);
          return [...side, ...row, ...side];
        });
        const edge = Array.from({ length: padding }, () => new Array<number>(rows[0]?.length ?? 0).fill(0));
        const bordered = matrix([...edge, ...rows, ...edge]);
        const expected = conv2d(bordered, kernel, { stride });
        expect(sameTensor(conv2d(input, kernel, { stride, padding }), expected)).toBe(true);
      })
    );
  });

  it('with a stride keeps every stride-th row and column', () => {
    fc.assert(
      fc.property(settingsWith(everyday), ({ input, kernel, stride, padding }) => {
        const all = rowsOf(conv2d(input, kernel, { padding }));
        const kept = all
          .filter((_, row) => row % stride === 0)
          .map((row) => row.filter((_, column) => column % stride === 0));
        expect(sameTensor(conv2d(input, kernel, { stride, padding }), matrix(kept))).toBe(true);
      })
    );
  });

  it('agrees in floating point and in fractions where all numbers are whole', () => {
    const wholes = settingsWith(
      whole.map((value) => new Fraction(value)),
      2
    );
    fc.assert(
      fc.property(wholes, ({ input, kernel, stride, padding }) => {
        const real = (image: ExactTensor) =>
          tensor(
            image.shape,
            image.data.map((value) => value.valueOf())
          );
        const found = conv2dOver(realField, real(input), real(kernel), { stride, padding });
        const exact = conv2dOver(exactField, input, kernel, { stride, padding });
        expect(found.shape).toEqual(exact.shape);
        // A sum over nothing but negative zeros is zero all the same.
        expect(found.data.map((value) => value + 0)).toEqual(exact.data.map((value) => value.valueOf() + 0));
      })
    );
  });

  it('never rounds: nine ninths of a third are a third', () => {
    const image = matrix(new Array(3).fill(new Array(3).fill('1/3')));
    const blur = matrix(new Array(3).fill(new Array(3).fill('1/9')));
    expect(conv2d(image, blur).data.map((value) => value.toFraction())).toEqual(['1/3']);
  });

  it('leaves its operands as they were', () => {
    const image = matrix([[1, 2, 3]]);
    const kernel = matrix([[1, -1]]);
    conv2d(image, kernel, { padding: 1 });
    expect([image, kernel].map(({ data }) => data.map((value) => value.valueOf()))).toEqual([
      [1, 2, 3],
      [1, -1]
    ]);
  });
});
