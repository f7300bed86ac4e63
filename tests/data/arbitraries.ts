import { Fraction, tensor, type ExactTensor } from '$lib/engine';
import type { WindowSettings } from '$lib/trace';
import fc from 'fast-check';

/** A small whole number, negative ones too. */
export const whole = fc.integer({ min: -9, max: 9 });

/** Any number that may be entered: at most six digits above and below. */
export const entered = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 1, max: 999_999 }))
  .map(([n, d]) => new Fraction(n, d));

/** What learners mostly enter. */
export const everyday = fc.oneof(
  whole.map((value) => new Fraction(value)),
  fc.tuple(whole, fc.integer({ min: 1, max: 12 })).map(([n, d]) => new Fraction(n, d))
);

/** Exact tensors of one shape. */
export function tensorsOf(
  shape: readonly number[],
  entry: fc.Arbitrary<Fraction>
): fc.Arbitrary<ExactTensor> {
  const length = shape.reduce((product, side) => product * side, 1);
  return fc.array(entry, { minLength: length, maxLength: length }).map((data) => tensor(shape, data));
}

/** Matrices of every size up to `most` by `most`. */
export function matricesUpTo(most: number, entry: fc.Arbitrary<Fraction>): fc.Arbitrary<ExactTensor> {
  const side = fc.integer({ min: 1, max: most });
  return fc.tuple(side, side).chain(([height, width]) => tensorsOf([1, 1, height, width], entry));
}

/** Every setting of a window in which the kernel fits into the padded input. */
export function settingsWith(entry: fc.Arbitrary<Fraction>, channels = 1): fc.Arbitrary<WindowSettings> {
  const side = fc.integer({ min: 1, max: 6 });
  return fc
    .record({ height: side, width: side, stride: fc.integer({ min: 1, max: 3 }), padding: fc.nat(2) })
    .chain(({ height, width, stride, padding }) => {
      const kernelSide = (length: number) => fc.integer({ min: 1, max: Math.min(5, length + 2 * padding) });
      return fc.tuple(kernelSide(height), kernelSide(width)).chain(([kernelHeight, kernelWidth]) =>
        fc.record({
          input: tensorsOf([1, channels, height, width], entry),
          kernel: tensorsOf([1, channels, kernelHeight, kernelWidth], entry),
          stride: fc.constant(stride),
          padding: fc.constant(padding)
        })
      );
    });
}
