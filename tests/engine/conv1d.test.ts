import {
  conv1d,
  conv1dBackward,
  exactTensor,
  Fraction,
  KernelTooLargeError,
  NonFiniteError,
  realTensor,
  SettingError,
  ShapeError,
  tensor,
  TooLargeError,
  toReal,
  type ExactTensor,
  type RealTensor,
  type Conv1dOptions,
  type Convolution1dOptions
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyday, tensorsOf, whole } from '../data/arbitraries';
import { bruteConvolution, expectEqual, sidesMeant, spanOf, type Spelled } from '../data/brute-convolution';
import { partsOf, upTo, wildData } from '../data/convolution-cases';
import { expectSameGradients, expectSlopes } from '../data/convolution-slopes';
import { cellsIn, expectSameNumbers, thrownBy } from '../data/gradients';

interface Case {
  readonly input: ExactTensor;
  readonly weight: ExactTensor;
  readonly bias: ExactTensor;
  readonly options: Required<Convolution1dOptions>;
  readonly spelled: Spelled;
}

const cases = (entry: fc.Arbitrary<Fraction> = everyday): fc.Arbitrary<Case> =>
  fc
    .record({
      parts: partsOf,
      length: upTo(9),
      kernel: upTo(4),
      stride: upTo(3),
      dilation: upTo(3),
      padding: fc.oneof(fc.nat(3), fc.constantFrom('same' as const, 'valid' as const))
    })
    .map((setting) => {
      const span = spanOf(setting.kernel, setting.dilation);
      const across = typeof setting.padding === 'number' ? ([0, setting.padding] as const) : setting.padding;
      const sides = sidesMeant(across, [1, setting.length], [1, span], [1, setting.stride]);
      return { ...setting, span, sides };
    })
    .filter(({ length, span, sides }) => span <= length + sides.left + sides.right)
    .chain(
      ({
        parts: { images, groups, groupChannels, groupFilters },
        length,
        kernel,
        stride,
        dilation,
        padding,
        sides
      }) =>
        fc.record({
          input: tensorsOf([images, groups * groupChannels, length], entry),
          weight: tensorsOf([groups * groupFilters, groupChannels, kernel], entry),
          bias: tensorsOf([groups * groupFilters], entry),
          options: fc.constant({ stride, padding, dilation, groups }),
          spelled: fc.constant({
            stride: [1, stride] as const,
            dilation: [1, dilation] as const,
            sides,
            groups
          })
        })
    );

const asImage = ({ shape, data }: ExactTensor) =>
  tensor([shape[0] as number, shape[1] as number, 1, shape[2] as number], data);
const wholes = whole.map((value) => new Fraction(value));
const line = (...cells: number[]) => exactTensor([[cells]]);
const values = ({ data }: ExactTensor) => data.map(Number);

describe('conv1d', () => {
  it('is its definition written out, which is that of images one cell high', () => {
    fc.assert(
      fc.property(cases(), ({ input, weight, bias, options, spelled }) => {
        const expected = bruteConvolution(asImage(input), asImage(weight), bias, spelled);
        const [images, filters, , length] = expected.shape;
        expectEqual(conv1d(input, weight, { ...options, bias }), {
          shape: [images, filters, length],
          values: expected.values
        });
      }),
      { numRuns: 200 }
    );
  });

  it('gives real numbers what it gives fractions, wherever all are whole', () => {
    fc.assert(
      fc.property(cases(wholes), ({ input, weight, bias, options }) => {
        expectSameNumbers(
          conv1d(input, weight, { ...options, bias }),
          conv1d(toReal(input), toReal(weight), { ...options, bias: toReal(bias) })
        );
      })
    );
  });

  it('keeps single precision', () => {
    const [input, weight] = [
      realTensor([1, 1, 4], Float32Array.of(1, 2, 3, 4)),
      realTensor([1, 1, 2], Float32Array.of(1, -1))
    ];
    expect(conv1d(input, weight)).toEqual(realTensor([1, 1, 3], Float32Array.of(-1, -1, -1)));
  });

  it('worked by hand', () => {
    expect(values(conv1d(line(1, 2, 3, 4), line(1, 10)))).toEqual([21, 32, 43]);
    expect(values(conv1d(line(1, 2, 3, 4), line(1, 10), { stride: 2 }))).toEqual([21, 43]);
    expect(values(conv1d(line(1, 2, 3, 4), line(1, 10), { padding: 1 }))).toEqual([10, 21, 32, 43, 4]);
    expect(values(conv1d(line(1, 2, 3, 4), line(1, 10), { dilation: 2 }))).toEqual([31, 42]);
    expect(values(conv1d(line(1, 2, 3, 4), line(1, 10), { padding: 'same' }))).toEqual([21, 32, 43, 4]);
    expect(values(conv1d(line(1, 2, 3, 4), line(1, 10), { padding: 'valid' }))).toEqual([21, 32, 43]);
    expect(values(conv1d(line(1, 2), line(1), { bias: exactTensor([5]) }))).toEqual([6, 7]);
    expect(values(conv1d(exactTensor([[[1], [2]]]), exactTensor([[[3]], [[4]]]), { groups: 2 }))).toEqual([
      3, 8
    ]);
  });

  it('d2l.ai, 16.3.1: one channel, and the sum over three', () => {
    // Zhang, Lipton, Li, Smola, "Dive into Deep Learning", 16.3,
    // https://d2l.ai/chapter_natural-language-processing-applications/sentiment-analysis-cnn.html
    expect(values(conv1d(line(0, 1, 2, 3, 4, 5, 6), line(1, 2)))).toEqual([2, 5, 8, 11, 14, 17]);
    const image = exactTensor([
      [
        [0, 1, 2, 3, 4, 5, 6],
        [1, 2, 3, 4, 5, 6, 7],
        [2, 3, 4, 5, 6, 7, 8]
      ]
    ]);
    const kernel = exactTensor([
      [
        [1, 2],
        [3, 4],
        [-1, -3]
      ]
    ]);
    expect(values(conv1d(image, kernel))).toEqual([2, 8, 14, 20, 26, 32]);
  });
});

describe('conv1dBackward', () => {
  const withGradient = (entry: fc.Arbitrary<Fraction> = everyday) =>
    cases(entry).chain((setting) =>
      tensorsOf(conv1d(setting.input, setting.weight, setting.options).shape, entry).map((gradient) => ({
        ...setting,
        gradient
      }))
    );

  it('is the difference quotient of the loss, exactly, for the operation is linear in each operand', () => {
    expectSlopes(withGradient(), conv1d, conv1dBackward);
  });

  it('gives real numbers what it gives fractions, wherever all are whole', () => {
    expectSameGradients(withGradient(wholes), conv1dBackward);
  });
});

describe('what conv1d refuses', () => {
  const ones = (...shape: number[]) =>
    exactTensor(
      shape,
      Array.from({ length: cellsIn(shape) }, () => 1)
    );
  const under = (options: Conv1dOptions) => () => conv1d(ones(1, 2, 4), ones(2, 2, 3), options);
  const real = (...data: number[]) => ({ shape: [1, 1, data.length], data: Float64Array.from(data) });

  it.each<[string, () => unknown, new (...args: never[]) => Error, string]>([
    [
      'an image',
      () => conv1d(ones(1, 2, 1, 4), ones(2, 2, 3)),
      ShapeError,
      'conv1d: the input must be [N, C, L]; it is [1, 2, 1, 4]'
    ],
    [
      'a kernel of two dimensions',
      () => conv1d(ones(1, 2, 4), ones(2, 3)),
      ShapeError,
      'conv1d: the weight must be [K, C / groups, F]; it is [2, 3]'
    ],
    [
      'channels that differ',
      () => conv1d(ones(1, 3, 4), ones(2, 2, 3)),
      ShapeError,
      'conv1d: input has 3 channels, each filter has 2; they must be equal (weight is [2, 2, 3])'
    ],
    [
      'groups that do not divide',
      under({ groups: 3 }),
      SettingError,
      'conv1d: 3 groups must divide the 2 channels and the 2 filters (input is [1, 2, 4], weight is [2, 2, 3])'
    ],
    [
      'no group',
      under({ groups: 0 }),
      SettingError,
      'conv1d: groups must be a whole number of at least 1, not 0'
    ],
    [
      'biases of other number',
      under({ bias: ones(3) }),
      ShapeError,
      'conv1d: there must be one bias for each of the 2 filters; bias is [3]'
    ],
    [
      'a stride of 0',
      under({ stride: 0 }),
      SettingError,
      'conv1d: stride must be a whole number of at least 1, not 0 (input is [1, 2, 1, 4], kernel is 1×3)'
    ],
    [
      'a broken dilation',
      under({ dilation: 1.5 }),
      SettingError,
      'conv1d: dilation must be a whole number of at least 1, not 1.5 (input is [1, 2, 1, 4], kernel is 1×3)'
    ],
    [
      'a negative padding',
      under({ padding: -1 }),
      SettingError,
      'conv1d: padding must be a whole number of at least 0, not -1 (input is [1, 2, 1, 4], kernel is 1×3)'
    ],
    [
      'a padding of two numbers',
      under({ padding: [1, 2] as unknown as number }),
      SettingError,
      "conv1d: padding is a number of cells, 'valid' or 'same', not [1,2]"
    ],
    [
      'a kernel that does not fit',
      under({ dilation: 2 }),
      KernelTooLargeError,
      'conv1d: a kernel of length 5 does not fit into a padded input of length 4; enlarge the input or the padding, or shrink the kernel (input is [1, 2, 1, 4], kernel is 1×3)'
    ],
    [
      'fractions and real numbers together',
      () => conv1d<ExactTensor | RealTensor>(real(1), ones(1, 1, 1)),
      ShapeError,
      'conv1d: input is real and weight is exact; all operands must be of one number system'
    ],
    [
      'an input that is not a number',
      () => conv1d(real(1, NaN), real(1)),
      NonFiniteError,
      'conv1d: input must be finite; entry 1 of [1, 1, 1, 2] is NaN'
    ],
    [
      'a result too large for the precision',
      () => conv1d(real(1e200), real(1e200)),
      NonFiniteError,
      'conv1d: the result must be finite; entry 0 of [1, 1, 1, 1] is Infinity'
    ],
    [
      'a result of too many cells',
      () => conv1d(real(1), real(1), { padding: 2 ** 25 }),
      TooLargeError,
      'conv1d: a tensor has at most 67108864 cells; [1, 1, 1, 67108865] would have 67108865'
    ],
    [
      'a gradient of another length',
      () => conv1dBackward(ones(1, 2, 3), ones(1, 2, 4), ones(2, 2, 3)),
      ShapeError,
      'conv1dBackward: the gradient must have the shape of the output, [1, 2, 2]; it is [1, 2, 3]'
    ],
    [
      'a gradient of images',
      () => conv1dBackward(ones(1, 2, 1, 2), ones(1, 2, 4), ones(2, 2, 3)),
      ShapeError,
      'conv1dBackward: the gradient must have the shape of the output, [1, 2, 2]; it is [1, 2, 1, 2]'
    ],
    [
      'an image, in the gradient too',
      () => conv1dBackward(ones(1), ones(1, 2, 1, 4), ones(2, 2, 3)),
      ShapeError,
      'conv1dBackward: the input must be [N, C, L]; it is [1, 2, 1, 4]'
    ],
    [
      'a gradient too large for the precision',
      () => conv1dBackward(real(1e200), real(1), real(1e200)),
      NonFiniteError,
      'conv1dBackward: the gradient of the input must be finite; entry 0 of [1, 1, 1, 1] is Infinity'
    ]
  ])('%s', (_, action, kind, message) => {
    const error = thrownBy(action);
    expect(error).toBeInstanceOf(kind);
    expect((error as Error).message).toBe(message);
  });

  it('defaults are stride 1, no padding, dilation 1, one group, no bias', () => {
    const [input, weight] = [exactTensor([1, 2, 5], wildData(10)), exactTensor([2, 2, 2], wildData(8))];
    const spelled = { stride: 1, padding: 0, dilation: 1, groups: 1 };
    expect(conv1d(input, weight)).toEqual(conv1d(input, weight, { ...spelled, bias: null }));
    const gradient = exactTensor([1, 2, 4], wildData(8));
    expect(conv1dBackward(gradient, input, weight)).toEqual(conv1dBackward(gradient, input, weight, spelled));
  });
});
