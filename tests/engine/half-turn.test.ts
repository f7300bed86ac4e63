import {
  conv2d,
  convolve2d,
  exactTensor,
  Fraction,
  matrix,
  NonFiniteError,
  realTensor,
  rotateHalfTurn,
  rowsOf,
  sameTensor,
  tensor
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyday, matricesUpTo, settingsWith, tensorsOf } from '../data/arbitraries';
import { turned } from '../data/naive';

/** Zeros with a single 1 in the middle, large enough to show the whole kernel in the output. */
function impulse(height: number, width: number) {
  const rows = Array.from({ length: 2 * height - 1 }, (_, row) =>
    Array.from({ length: 2 * width - 1 }, (_, column) => (row === height - 1 && column === width - 1 ? 1 : 0))
  );
  return matrix(rows);
}

const kernels = matricesUpTo(4, everyday);
const sideways = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));

describe('a half turn', () => {
  it('swaps top and bottom, left and right', () => {
    const turned = rotateHalfTurn(realTensor([1, 1, 2, 3], [1, 2, 3, 4, 5, 6]));
    expect([...turned.data]).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('turns each kernel of each filter by itself', () => {
    const weight = exactTensor([2, 2, 1, 2], [1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rotateHalfTurn(weight)).toEqual(exactTensor([2, 2, 1, 2], [2, 1, 4, 3, 6, 5, 8, 7]));
  });

  it('done twice changes nothing', () => {
    fc.assert(
      fc.property(tensorsOf([2, 3, 2, 3], everyday), (weight) => {
        expect(rotateHalfTurn(rotateHalfTurn(weight))).toEqual(weight);
      })
    );
  });

  it('is turning the rows around and each row around', () => {
    fc.assert(
      fc.property(kernels, (kernel) => {
        expect(rowsOf(rotateHalfTurn(kernel))).toEqual(turned(rowsOf(kernel)));
      })
    );
  });
});

describe('convolution in the sense of mathematics', () => {
  it('is cross-correlation with the turned kernel', () => {
    fc.assert(
      fc.property(settingsWith(everyday), ({ input, kernel, ...options }) => {
        const weights = matrix(turned(rowsOf(kernel)));
        expect(sameTensor(convolve2d(input, kernel, options), conv2d(input, weights, options))).toBe(true);
      })
    );
  });

  it('does not mind which of the two is slid over the other', () => {
    fc.assert(
      fc.property(matricesUpTo(4, everyday), kernels, (left, right) => {
        const whole = (image: typeof left): [number, number] => [
          (image.shape[2] ?? 0) - 1,
          (image.shape[3] ?? 0) - 1
        ];
        expect(
          sameTensor(
            convolve2d(left, right, { padding: whole(right) }),
            convolve2d(right, left, { padding: whole(left) })
          )
        ).toBe(true);
      })
    );
  });

  it('agrees with cross-correlation for every input where the kernel equals its own half turn', () => {
    // Every kernel plus its half turn equals its own half turn.
    const unmoved = kernels.map((kernel) => {
      const other = rotateHalfTurn(kernel).data;
      return tensor(
        kernel.shape,
        kernel.data.map((value, index) => value.add(other[index] ?? 0))
      );
    });
    fc.assert(
      fc.property(unmoved, matricesUpTo(6, everyday), (kernel, input) => {
        const options = { padding: 3 };
        expect(sameTensor(convolve2d(input, kernel, options), conv2d(input, kernel, options))).toBe(true);
      })
    );
  });

  it('answers an impulse with the kernel, cross-correlation with the turned kernel', () => {
    fc.assert(
      fc.property(kernels, (kernel) => {
        const { shape } = kernel;
        const input = impulse(shape[2] ?? 0, shape[3] ?? 0);
        expect(sameTensor(convolve2d(input, kernel), kernel)).toBe(true);
        expect(rowsOf(conv2d(input, kernel))).toEqual(turned(rowsOf(kernel)));
      })
    );
  });

  it('is told apart by an impulse wherever the kernel does not equal its own half turn', () => {
    const moved = sideways
      .chain(([height, width]) => tensorsOf([1, 1, height, width], everyday))
      .filter((kernel) => kernel.data.some((value, index) => !value.equals(kernel.data.at(-1 - index) ?? 0)));
    fc.assert(
      fc.property(moved, (kernel) => {
        const input = impulse(kernel.shape[2] ?? 0, kernel.shape[3] ?? 0);
        expect(sameTensor(convolve2d(input, kernel), conv2d(input, kernel))).toBe(false);
      })
    );
  });

  it('is told apart even where the kernel is a symmetric matrix', () => {
    const kernel = matrix([
      [1, 2],
      [2, 5]
    ]);
    const input = impulse(2, 2);
    const numbers = (image: typeof kernel) => rowsOf(image).map((row) => row.map((value) => value.valueOf()));
    expect(numbers(conv2d(input, kernel))).toEqual([
      [5, 2],
      [2, 1]
    ]);
    expect(numbers(convolve2d(input, kernel))).toEqual([
      [1, 2],
      [2, 5]
    ]);
  });

  it('needs no symmetric matrix to agree', () => {
    const kernel = matrix([
      [1, 2],
      [3, 4],
      [4, 3],
      [2, 1]
    ]);
    const input = matrix(
      Array.from({ length: 5 }, (_, row) => [new Fraction(row), 1, new Fraction(row * row)])
    );
    expect(sameTensor(convolve2d(input, kernel), conv2d(input, kernel))).toBe(true);
  });
});

it('a half turn of what is no number is refused', () => {
  const kernel = { shape: [1, 1, 1, 2], data: Float64Array.of(1, NaN) };
  expect(() => rotateHalfTurn(kernel)).toThrow(NonFiniteError);
  expect(() => rotateHalfTurn(kernel)).toThrow(/^rotateHalfTurn: weight must be finite; entry 1/);
});
