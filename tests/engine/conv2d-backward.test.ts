import {
  conv2d,
  conv2dBackward,
  exactTensor,
  Fraction,
  NonFiniteError,
  realTensor,
  SettingError,
  ShapeError,
  tensor,
  TooLargeError,
  type ExactTensor,
  type RealTensor
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyday, tensorsOf, whole } from '../data/arbitraries';
import { convolutionCases, large, wildData, type ConvolutionCase } from '../data/convolution-cases';
import { expectSameGradients, expectSlopes } from '../data/convolution-slopes';
import { cellsIn, expectClose, thrownBy, weightedExactly } from '../data/gradients';

interface WithGradient extends ConvolutionCase {
  readonly gradient: ExactTensor;
}

function casesWithGradient(entry: fc.Arbitrary<Fraction> = everyday): fc.Arbitrary<WithGradient> {
  return convolutionCases(entry).chain((setting) =>
    tensorsOf(conv2d(setting.input, setting.weight, setting.options).shape, entry).map((gradient) => ({
      ...setting,
      gradient
    }))
  );
}

const wholes = whole.map((value) => new Fraction(value));

describe('conv2dBackward', () => {
  it('is the difference quotient of the loss, exactly, for a convolution is linear in each operand', () => {
    expectSlopes(casesWithGradient(), conv2d, conv2dBackward, 200);
  });

  it.each([
    ['everyday numbers', everyday, 120],
    ['numbers beyond the whole numbers that doubles hold', large, 60]
  ])('is the adjoint of the convolution in each operand: %s', (_, entry, numRuns) => {
    fc.assert(
      fc.property(
        casesWithGradient(entry).chain((setting) =>
          fc.record({
            setting: fc.constant(setting),
            otherInput: tensorsOf(setting.input.shape, entry),
            otherWeight: tensorsOf(setting.weight.shape, entry)
          })
        ),
        ({ setting: { input, weight, gradient, options }, otherInput, otherWeight }) => {
          const gradients = conv2dBackward(gradient, input, weight, options);
          // <conv(x, w), g> = <x, dX(g, w)> for every x, and = <w, dW(g, x)> for every w.
          expect(weightedExactly(gradients.input, otherInput).toFraction()).toBe(
            weightedExactly(gradient, conv2d(otherInput, weight, options)).toFraction()
          );
          expect(weightedExactly(gradients.weight, otherWeight).toFraction()).toBe(
            weightedExactly(gradient, conv2d(input, otherWeight, options)).toFraction()
          );
        }
      ),
      { numRuns }
    );
  });

  it('adds products that doubles hold to sums that they do not', () => {
    // (2²⁶ + 1)(2²⁶ − 1) = 2⁵² − 1, and three of these are odd and beyond 2⁵³.
    const threeOf = (shape: number[], value: number) => exactTensor(shape, [value, value, value]);
    const expected = [String(3n * (2n ** 52n - 1n))];
    const written = ({ data }: ExactTensor) => data.map((value) => value.toFraction());
    // Three filters have one input cell in common.
    const slopes = threeOf([1, 3, 1, 1], 2 ** 26 + 1);
    const filters = threeOf([3, 1, 1, 1], 2 ** 26 - 1);
    expect(written(conv2dBackward(slopes, exactTensor([[[[1]]]]), filters).input)).toEqual(expected);
    // One weight is used for three images.
    const images = threeOf([3, 1, 1, 1], 2 ** 26 - 1);
    const gradients = threeOf([3, 1, 1, 1], 2 ** 26 + 1);
    expect(written(conv2dBackward(gradients, images, exactTensor([[[[1]]]])).weight)).toEqual(expected);
  });

  it('gives real numbers what it gives fractions, wherever all are whole', () => {
    expectSameGradients(casesWithGradient(wholes), conv2dBackward, 250);
  });

  it('worked by hand: one image of three cells, a kernel of two', () => {
    // y = (w₁x₁ + w₂x₂, w₁x₂ + w₂x₃) with x = (1, 2, 3), w = (10, 100) and the loss 5y₁ + 7y₂.
    const found = conv2dBackward(
      exactTensor([[[[5, 7]]]]),
      exactTensor([[[[1, 2, 3]]]]),
      exactTensor([[[[10, 100]]]])
    );
    expect(found.input.data.map(Number)).toEqual([5 * 10, 5 * 100 + 7 * 10, 7 * 100]);
    expect(found.weight.data.map(Number)).toEqual([5 * 1 + 7 * 2, 5 * 2 + 7 * 3]);
    expect(found.bias.data.map(Number)).toEqual([12]);
  });

  it('a cell that no window visits contributed nothing', () => {
    const found = conv2dBackward(
      exactTensor([[[[1, 1]]]]),
      exactTensor([[[[1, 2, 3, 4]]]]),
      exactTensor([[[[3]]]]),
      { stride: [1, 2] }
    );
    expect(found.input.data.map(Number)).toEqual([3, 0, 3, 0]);
  });
});

describe('the precision of the gradients', () => {
  const shapes = { input: [2, 4, 6, 5], weight: [8, 2, 3, 2], gradient: [2, 8, 4, 5] };
  const options = { groups: 2, padding: { top: 0, bottom: 0, left: 0, right: 1 } };
  const narrow = (shape: readonly number[], from: number) =>
    realTensor(shape, Float32Array.from(wildData(cellsIn(shape), from)));
  const widened = ({ shape, data }: RealTensor) => realTensor(shape, Float64Array.from(data));

  it('is that of the operands', () => {
    const [gradient, input, weight] = [
      narrow(shapes.gradient, 0),
      narrow(shapes.input, 400),
      narrow(shapes.weight, 900)
    ];
    const single = conv2dBackward(gradient, input, weight, options);
    const double = conv2dBackward(widened(gradient), widened(input), widened(weight), options);
    for (const name of ['input', 'weight', 'bias'] as const) {
      expect(single[name].data).toBeInstanceOf(Float32Array);
      expect(double[name].data).toBeInstanceOf(Float64Array);
      expectClose(single[name].data, double[name].data, 2 ** -23);
    }
    // One image's sums are rounded once.
    expect(Array.from(single.input.data)).toEqual(Array.from(double.input.data, Math.fround));
    expect(Array.from(single.bias.data)).toEqual(Array.from(double.bias.data, Math.fround));
  });
});

describe('what conv2dBackward refuses', () => {
  const ones = (...shape: number[]) =>
    exactTensor(
      shape,
      Array.from({ length: cellsIn(shape) }, () => 1)
    );
  const real = (...data: number[]) => ({ shape: [1, 1, 1, data.length], data: Float64Array.from(data) });

  it.each<[string, () => unknown, new (...args: never[]) => Error, string]>([
    [
      'a gradient of another shape than the output',
      () => conv2dBackward(ones(1, 1, 3, 3), ones(1, 1, 4, 4), ones(1, 1, 3, 3)),
      ShapeError,
      'conv2dBackward: the gradient must have the shape of the output, [1, 1, 2, 2]; it is [1, 1, 3, 3]'
    ],
    [
      'a gradient of another number of dimensions',
      () => conv2dBackward(ones(1), ones(1, 1, 1, 1), ones(1, 1, 1, 1)),
      ShapeError,
      'conv2dBackward: the gradient must have the shape of the output, [1, 1, 1, 1]; it is [1]'
    ],
    [
      'channels that differ',
      () => conv2dBackward(ones(1, 1, 1, 1), ones(1, 2, 1, 1), ones(1, 3, 1, 1)),
      ShapeError,
      'conv2dBackward: input has 2 channels, each filter has 3; they must be equal (weight is [1, 3, 1, 1])'
    ],
    [
      'groups that do not divide',
      () => conv2dBackward(ones(1, 2, 1, 1), ones(1, 3, 1, 1), ones(2, 1, 1, 1), { groups: 2 }),
      SettingError,
      'conv2dBackward: 2 groups must divide the 3 channels and the 2 filters (input is [1, 3, 1, 1], weight is [2, 1, 1, 1])'
    ],
    [
      'a gradient that is not a number',
      () => conv2dBackward(real(NaN), real(1), real(1)),
      NonFiniteError,
      'conv2dBackward: gradient must be finite; entry 0 of [1, 1, 1, 1] is NaN'
    ],
    [
      'a gradient of the input too large for the precision',
      () => conv2dBackward(real(1e200), real(1), real(1e200)),
      NonFiniteError,
      'conv2dBackward: the gradient of the input must be finite; entry 0 of [1, 1, 1, 1] is Infinity'
    ],
    [
      'a padded image too large',
      () =>
        conv2dBackward(real(1), real(1), real(1), {
          padding: { top: 0, bottom: 9999, left: 0, right: 9999 },
          stride: 20000
        }),
      TooLargeError,
      'convolution: a tensor has at most 67108864 cells; [1, 10000, 10000] would have 100000000'
    ],
    [
      'a gradient of the weight too large for the precision',
      () => conv2dBackward(real(1e200), real(1e200), real(1)),
      NonFiniteError,
      'conv2dBackward: the gradient of the weight must be finite; entry 0 of [1, 1, 1, 1] is Infinity'
    ],
    [
      'a gradient of the bias too large for the precision',
      () => conv2dBackward(real(1.5e308, 1.5e308), real(0, 0), real(0)),
      NonFiniteError,
      'conv2dBackward: the gradient of the bias must be finite; entry 0 of [1] is Infinity'
    ],
    [
      'fractions and real numbers together',
      () =>
        conv2dBackward<ExactTensor | RealTensor>(real(1), tensor([1, 1, 1, 1], [new Fraction(1)]), real(1)),
      ShapeError,
      'conv2dBackward: gradient is real and input is exact; all operands must be of one number system'
    ]
  ])('%s', (_, action, kind, message) => {
    const error = thrownBy(action);
    expect(error).toBeInstanceOf(kind);
    expect((error as Error).message).toBe(message);
  });
});
