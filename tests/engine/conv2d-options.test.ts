import {
  conv2d,
  conv2dByMatrixProduct,
  convTranspose2d,
  exactTensor,
  Fraction,
  KernelTooLargeError,
  matrix,
  NonFiniteError,
  realTensor,
  rowsOf,
  SettingError,
  ShapeError,
  tensor,
  TooLargeError,
  toReal,
  type Conv2dOptions,
  type ConvolutionOptions,
  type ExactTensor,
  type Padding,
  type RealTensor
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whole } from '../data/arbitraries';
import { bruteConvolution, expectEqual } from '../data/brute-convolution';
import { convolutionCases, large, wildData } from '../data/convolution-cases';
import { cellsIn, expectSameNumbers, thrownBy } from '../data/gradients';

const row = (...cells: number[]) => exactTensor([[[cells]]]);
const values = ({ data }: ExactTensor) => data.map((value) => value.valueOf());
const wholes = whole.map((value) => new Fraction(value));

describe('conv2d with every option', () => {
  it('is its definition written out, in fractions', () => {
    fc.assert(
      fc.property(convolutionCases(), ({ input, weight, bias, options, spelled }) => {
        expectEqual(conv2d(input, weight, options), bruteConvolution(input, weight, null, spelled));
        expectEqual(
          conv2d(input, weight, { ...options, bias }),
          bruteConvolution(input, weight, bias, spelled)
        );
      }),
      { numRuns: 250 }
    );
  });

  it('is its definition where numbers leave the whole numbers that doubles hold', () => {
    fc.assert(
      fc.property(convolutionCases(large), ({ input, weight, bias, options, spelled }) => {
        expectEqual(
          conv2d(input, weight, { ...options, bias }),
          bruteConvolution(input, weight, bias, spelled)
        );
      }),
      { numRuns: 25 }
    );
  });

  it('adds products that doubles hold to a sum that they do not', () => {
    // (2²⁶ + 1)(2²⁶ − 1) = 2⁵² − 1, and three of these are odd and beyond 2⁵³.
    const three = (value: number) => exactTensor([[[[value, value, value]]]]);
    const [sum] = conv2d(three(2 ** 26 + 1), three(2 ** 26 - 1)).data;
    expect(sum?.toFraction()).toBe(String(3n * (2n ** 52n - 1n)));
  });

  it('gives real numbers what it gives fractions, wherever all are whole', () => {
    fc.assert(
      fc.property(convolutionCases(wholes), ({ input, weight, bias, options }) => {
        const exact = conv2d(input, weight, { ...options, bias });
        expectSameNumbers(exact, conv2d(toReal(input), toReal(weight), { ...options, bias: toReal(bias) }));
      }),
      { numRuns: 250 }
    );
  });

  it('has stride 1, no padding, no dilation, one group and no bias unless told', () => {
    const spelled = { stride: 1, padding: 0, dilation: 1, groups: 1, bias: null };
    const image = exactTensor([1, 2, 3, 3], wildData(18));
    const weight = exactTensor([3, 2, 2, 2], wildData(24, 18));
    expect(conv2d(image, weight)).toEqual(conv2d(image, weight, spelled));
    expect(conv2d(image, weight).shape).toEqual([1, 3, 2, 2]);
  });
});

describe('the precision of real numbers', () => {
  const inShape = [2, 4, 7, 6];
  const weightShape = [8, 2, 3, 2];
  const options: ConvolutionOptions = { groups: 2, stride: [1, 2], padding: [0, 1] };
  const narrow = (shape: readonly number[], from: number) =>
    realTensor(shape, Float32Array.from(wildData(cellsIn(shape), from)));
  const widened = ({ shape, data }: RealTensor) => realTensor(shape, Float64Array.from(data));

  it('is that of the input, double for lists of numbers', () => {
    expect(conv2d(realTensor([[[[1, 2]]]]), realTensor([[[[1]]]])).data).toBeInstanceOf(Float64Array);
    expect(conv2d(narrow(inShape, 0), narrow(weightShape, 500), options).data).toBeInstanceOf(Float32Array);
  });

  it('is that of the input, whatever that of the weight', () => {
    const double = realTensor([1, 1, 1, 1], [0.1]);
    const single = realTensor([1, 1, 1, 1], Float32Array.of(1));
    for (const operation of [conv2d, conv2dByMatrixProduct, convTranspose2d]) {
      expect(operation(double, single).data).toEqual(Float64Array.of(0.1));
      expect(operation(single, double).data).toEqual(Float32Array.of(0.1));
    }
  });

  it('is lost once, at the end: a result of single precision is the double one rounded', () => {
    const [input, weight, bias] = [narrow(inShape, 0), narrow(weightShape, 500), narrow([8], 900)];
    const single = conv2d(input, weight, { ...options, bias });
    const double = conv2d(widened(input), widened(weight), { ...options, bias: widened(bias) });
    expect(single.shape).toEqual(double.shape);
    expect(Array.from(single.data)).toEqual(Array.from(double.data, Math.fround));
  });

  it('holds what single precision alone would swallow', () => {
    // 2²⁴ + 1 is no number of single precision; 2²⁴ + 1 + 1 is.
    const input = realTensor([1, 1, 1, 3], Float32Array.of(2 ** 24, 1, 1));
    const ones = realTensor([1, 1, 1, 3], Float32Array.of(1, 1, 1));
    expect(Array.from(conv2d(input, ones).data)).toEqual([2 ** 24 + 2]);
  });
});

describe('one option at a time', () => {
  it('a bias is added once to every cell of its filter', () => {
    const image = row(1, 2, 3);
    const filters = exactTensor([[[[1]]], [[[10]]]]);
    const found = conv2d(image, filters, { bias: exactTensor(['1/2', -3]), padding: [0, 1] });
    expect(values(found)).toEqual([0.5, 1.5, 2.5, 3.5, 0.5, -3, 7, 17, 27, -3]);
  });

  it('a group of channels meets its own filters only', () => {
    const image = exactTensor([[[[1]], [[2]], [[3]], [[4]]]]);
    const filters = exactTensor([
      [[[1]], [[10]]],
      [[[100]], [[1000]]]
    ]);
    // Filter 0 sees channels 0 and 1, filter 1 channels 2 and 3.
    expect(values(conv2d(image, filters, { groups: 2 }))).toEqual([1 + 20, 300 + 4000]);
  });

  it('a dilation of 2 leaves one cell out between the taps', () => {
    expect(values(conv2d(row(1, 2, 3, 4, 5), row(1, 10, 100), { dilation: [1, 2] }))).toEqual([531]);
    expect(values(conv2d(row(1, 2, 3, 4, 5, 6), row(1, 10, 100), { dilation: [1, 2] }))).toEqual([531, 642]);
  });

  it('a dilated kernel is the kernel with zeros written between its taps', () => {
    fc.assert(
      fc.property(convolutionCases(), ({ input, weight, options, spelled }) => {
        const [down, across] = spelled.dilation;
        const [filters, depth, height, width] = weight.shape as [number, number, number, number];
        const spread = [filters, depth, (height - 1) * down + 1, (width - 1) * across + 1] as const;
        const data = new Array<Fraction>(cellsIn(spread)).fill(new Fraction(0));
        weight.data.forEach((value, index) => {
          const plane = Math.floor(index / (height * width));
          const line = Math.floor(index / width) % height;
          data[(plane * spread[2] + line * down) * spread[3] + (index % width) * across] = value;
        });
        expect(conv2d(input, weight, options)).toEqual(
          conv2d(input, tensor(spread, data), { ...options, dilation: 1 })
        );
      })
    );
  });

  it('the sides of a padding are four', () => {
    const image = matrix([
      [1, 2],
      [3, 4]
    ]);
    const found = conv2d(image, matrix([[1]]), { padding: { top: 1, bottom: 0, left: 0, right: 2 } });
    expect(rowsOf(found).map((cells) => cells.map(Number))).toEqual([
      [0, 0, 0, 0],
      [1, 2, 0, 0],
      [3, 4, 0, 0]
    ]);
  });

  it("'same' puts the odd cell behind: TensorFlow's SAME", () => {
    // A kernel of 2 needs one cell of padding; behind it, the last output sees the last cell and a zero.
    expect(values(conv2d(row(1, 2, 3), row(1, 10), { padding: 'same' }))).toEqual([21, 32, 3]);
    // 13 cells under a kernel of 6 with stride 5: one cell before, two behind, as TensorFlow's documentation draws it.
    const thirteen = row(...Array.from({ length: 13 }, (_, cell) => cell + 1));
    const found = conv2d(thirteen, row(1, 0, 0, 0, 0, 0), { padding: 'same', stride: [1, 5] });
    expect(values(found)).toEqual([0, 5, 10]);
    const last = conv2d(thirteen, row(0, 0, 0, 0, 0, 1), { padding: 'same', stride: [1, 5] });
    expect(values(last)).toEqual([5, 10, 0]);
  });

  it("'same' keeps the size at stride 1 and makes ⌈N / S⌉ of it otherwise", () => {
    fc.assert(
      fc.property(convolutionCases(), ({ input, weight, options, spelled }) => {
        const [, , height, width] = input.shape as [number, number, number, number];
        const [down, across] = spelled.stride;
        expect(conv2d(input, weight, { ...options, padding: 'same' }).shape.slice(2)).toEqual([
          Math.ceil(height / down),
          Math.ceil(width / across)
        ]);
      })
    );
  });

  it("'valid' is no padding", () => {
    expect(conv2d(row(1, 2, 3), row(1, 1), { padding: 'valid' })).toEqual(conv2d(row(1, 2, 3), row(1, 1)));
  });

  it('the pair of an option is vertical first', () => {
    const image = matrix([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9]
    ]);
    const shapeUnder = (options: ConvolutionOptions) => conv2d(image, matrix([[1, 1]]), options).shape;
    expect(shapeUnder({ dilation: [1, 2] })).toEqual([1, 1, 3, 1]);
    expect(shapeUnder({ dilation: [2, 1] })).toEqual([1, 1, 3, 2]);
    expect(shapeUnder({ padding: [0, 1] })).toEqual([1, 1, 3, 4]);
    expect(shapeUnder({ stride: [3, 1] })).toEqual([1, 1, 1, 2]);
  });
});

describe('what conv2d refuses', () => {
  const image = exactTensor(
    [1, 4, 2, 2],
    Array.from({ length: 16 }, () => 1)
  );
  const weightOf = (...shape: number[]) =>
    exactTensor(
      shape,
      Array.from({ length: cellsIn(shape) }, () => 1)
    );
  const fitting = weightOf(2, 4, 1, 1);
  const under = (options: Conv2dOptions) => () => conv2d(image, fitting, options);
  const real = realTensor([1, 4, 1, 1], [1, 2, 3, 4]);

  it.each<[string, () => unknown, new (...args: never[]) => Error, string]>([
    [
      'channels that differ',
      () => conv2d(weightOf(1, 3, 6, 6), weightOf(8, 4, 3, 3)),
      ShapeError,
      'conv2d: input has 3 channels, each filter has 4; they must be equal (weight is [8, 4, 3, 3])'
    ],
    [
      'channels of a group that differ',
      () => conv2d(image, fitting, { groups: 2 }),
      ShapeError,
      'conv2d: input has 4 channels in 2 groups, so each filter needs 2; it has 4 (weight is [2, 4, 1, 1])'
    ],
    [
      'groups that do not divide',
      () => conv2d(image, weightOf(2, 1, 1, 1), { groups: 4 }),
      SettingError,
      'conv2d: 4 groups must divide the 4 channels and the 2 filters (input is [1, 4, 2, 2], weight is [2, 1, 1, 1])'
    ],
    [
      'no group',
      under({ groups: 0 }),
      SettingError,
      'conv2d: groups must be a whole number of at least 1, not 0'
    ],
    [
      'half a group',
      under({ groups: 0.5 }),
      SettingError,
      'conv2d: groups must be a whole number of at least 1, not 0.5'
    ],
    [
      'biases of other number',
      under({ bias: exactTensor([1, 2, 3]) }),
      ShapeError,
      'conv2d: there must be one bias for each of the 2 filters; bias is [3]'
    ],
    [
      'a bias of two dimensions',
      under({ bias: exactTensor([[1, 2]]) }),
      ShapeError,
      'conv2d: there must be one bias for each of the 2 filters; bias is [1, 2]'
    ],
    [
      'fractions and real numbers together',
      () => conv2d(real as ExactTensor | RealTensor, fitting as ExactTensor | RealTensor),
      ShapeError,
      'conv2d: input is real and weight is exact; all operands must be of one number system'
    ],
    [
      'a stride of 0',
      under({ stride: 0 }),
      SettingError,
      'conv2d: stride must be a whole number of at least 1, not 0 (input is [1, 4, 2, 2], kernel is 1×1)'
    ],
    [
      'a broken stride',
      under({ stride: [1, 1.5] }),
      SettingError,
      'conv2d: stride must be a whole number of at least 1, not 1.5 (input is [1, 4, 2, 2], kernel is 1×1)'
    ],
    [
      'a dilation of 0',
      under({ dilation: [0, 1] }),
      SettingError,
      'conv2d: dilation must be a whole number of at least 1, not 0 (input is [1, 4, 2, 2], kernel is 1×1)'
    ],
    [
      'a negative padding',
      under({ padding: -1 }),
      SettingError,
      'conv2d: padding must be a whole number of at least 0, not -1 (input is [1, 4, 2, 2], kernel is 1×1)'
    ],
    [
      'one negative side',
      under({ padding: { top: 0, bottom: 0, left: 0, right: -2 } }),
      SettingError,
      'conv2d: padding must be a whole number of at least 0, not -2 (input is [1, 4, 2, 2], kernel is 1×1)'
    ],
    [
      'an unknown word',
      under({ padding: 'full' as Padding }),
      SettingError,
      "conv2d: padding is a number of cells, [vertical, horizontal], the four sides, 'valid' or 'same', not full (input is [1, 4, 2, 2], kernel is 1×1)"
    ],
    [
      'a list of four sides, which have names',
      under({ padding: [1, 0, 1, 0] as unknown as Padding }),
      SettingError,
      'conv2d: a pair is [vertical, horizontal], not [1, 0, 1, 0] (input is [1, 4, 2, 2], kernel is 1×1)'
    ],
    [
      'a small output whose padding needs too much room',
      () =>
        conv2d(real, realTensor([1, 4, 2, 1], [1, 1, 1, 1, 1, 1, 1, 1]), {
          padding: 2 ** 26,
          stride: 2 ** 26
        }),
      TooLargeError,
      'convolution: a tensor has at most 67108864 cells; [4, 2, 134217729] would have 1073741832'
    ],
    [
      'a kernel whose gaps do not fit',
      () => conv2d(image, weightOf(1, 4, 2, 1), { dilation: 2 }),
      KernelTooLargeError,
      'conv2d: a kernel of length 3 does not fit into a padded input of length 2; enlarge the input or the padding, or shrink the kernel (input is [1, 4, 2, 2], kernel is 2×1)'
    ],
    [
      'a weight that is not a number',
      () => conv2d(real, { shape: [1, 4, 1, 1], data: Float64Array.of(1, NaN, 1, 1) }),
      NonFiniteError,
      'conv2d: weight must be finite; entry 1 of [1, 4, 1, 1] is NaN'
    ],
    [
      'a bias that is infinite',
      () =>
        conv2d(real, realTensor([1, 4, 1, 1], [1, 1, 1, 1]), {
          bias: { shape: [1], data: Float64Array.of(-Infinity) }
        }),
      NonFiniteError,
      'conv2d: bias must be finite; entry 0 of [1] is -Infinity'
    ],
    [
      'a result too large for the precision',
      () =>
        conv2d(
          realTensor([1, 1, 1, 1], Float32Array.of(1e30)),
          realTensor([1, 1, 1, 1], Float32Array.of(1e30))
        ),
      NonFiniteError,
      'conv2d: the result must be finite; entry 0 of [1, 1, 1, 1] is Infinity'
    ],
    [
      'a result of too many cells, before anything is computed',
      () => conv2d(real, realTensor([1, 4, 1, 1], [1, 1, 1, 1]), { padding: 5000 }),
      TooLargeError,
      'conv2d: a tensor has at most 67108864 cells; [1, 1, 10001, 10001] would have 100020001'
    ]
  ])('%s', (_, action, kind, message) => {
    const error = thrownBy(action);
    expect(error).toBeInstanceOf(kind);
    expect((error as Error).message).toBe(message);
  });
});
