import {
  conv2d,
  convTranspose2d,
  convTranspose2dBackward,
  exactTensor,
  Fraction,
  matrix,
  NonFiniteError,
  outputLength,
  realTensor,
  rowsOf,
  SettingError,
  ShapeError,
  TooLargeError,
  toReal,
  transposedOutputLength,
  type ConvTranspose2dOptions,
  type ExactTensor,
  type Pair,
  type RealTensor,
  type Sides,
  type TransposedConvolutionOptions
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyday, tensorsOf, whole } from '../data/arbitraries';
import { bruteTransposed, expectEqual, sidesMeant, spanOf, type Spelled } from '../data/brute-convolution';
import {
  bothOf,
  cellsOfPadding,
  convolutionCases,
  large,
  pairOf,
  partsOf,
  upTo,
  wildData
} from '../data/convolution-cases';
import { expectSameGradients, expectSlopes } from '../data/convolution-slopes';
import { cellsIn, expectClose, expectSameNumbers, thrownBy, weightedExactly } from '../data/gradients';

interface TransposedCase {
  readonly input: ExactTensor;
  readonly weight: ExactTensor;
  readonly bias: ExactTensor;
  readonly options: Required<TransposedConvolutionOptions>;
  readonly spelled: Spelled;
  readonly outputPadding: readonly [number, number];
  readonly outputShape: readonly [number, number, number, number];
}

/** Transposed convolutions of every setting that leaves an output. */
function transposedCases(entry: fc.Arbitrary<Fraction> = everyday): fc.Arbitrary<TransposedCase> {
  return fc
    .record({
      parts: partsOf,
      size: fc.tuple(upTo(4), upTo(4)),
      kernel: fc.tuple(upTo(3), upTo(3)),
      stride: pairOf(upTo(3)),
      dilation: pairOf(upTo(3)),
      padding: cellsOfPadding,
      outputPadding: pairOf(fc.nat(2))
    })
    .map((setting) => {
      const [stride, dilation, extra] = [setting.stride, setting.dilation, setting.outputPadding].map(
        bothOf
      ) as [readonly [number, number], readonly [number, number], readonly [number, number]];
      const sides = sidesMeant(setting.padding, setting.size, [1, 1], stride);
      const uncut = ([0, 1] as const).map(
        (axis) =>
          (setting.size[axis] - 1) * stride[axis] + spanOf(setting.kernel[axis], dilation[axis]) + extra[axis]
      ) as [number, number];
      const output = [uncut[0] - sides.top - sides.bottom, uncut[1] - sides.left - sides.right] as const;
      return {
        ...setting,
        extra,
        output,
        spelled: { stride, dilation, sides, groups: setting.parts.groups }
      };
    })
    .filter(
      ({ extra, output, spelled: { stride, dilation } }) =>
        ([0, 1] as const).every((axis) => extra[axis] < stride[axis] || extra[axis] < dilation[axis]) &&
        output[0] > 0 &&
        output[1] > 0
    )
    .chain(({ parts: { images, groups, groupChannels, groupFilters }, ...setting }) => {
      const { size, kernel, stride, dilation, padding, outputPadding, extra, output, spelled } = setting;
      return fc.record({
        input: tensorsOf([images, groups * groupChannels, ...size], entry),
        weight: tensorsOf([groups * groupChannels, groupFilters, ...kernel], entry),
        bias: tensorsOf([groups * groupFilters], entry),
        options: fc.constant({ stride, dilation, padding, outputPadding, groups }),
        spelled: fc.constant(spelled),
        outputPadding: fc.constant(extra),
        outputShape: fc.constant([images, groups * groupFilters, ...output] as const)
      });
    });
}

const withGradient = (entry: fc.Arbitrary<Fraction> = everyday) =>
  transposedCases(entry).chain((setting) =>
    tensorsOf(setting.outputShape, entry).map((gradient) => ({ ...setting, gradient }))
  );

const wholes = whole.map((value) => new Fraction(value));
const rowsFound = (found: ExactTensor) => rowsOf(found).map((row) => row.map(Number));

describe('convTranspose2d', () => {
  it.each([
    ['everyday numbers', everyday, 250],
    ['numbers beyond the whole numbers that doubles hold', large, 100]
  ])('lays a kernel down for every input cell and adds what overlaps: %s', (_, entry, numRuns) => {
    fc.assert(
      fc.property(transposedCases(entry), ({ input, weight, bias, options, spelled, outputPadding }) => {
        expectEqual(
          convTranspose2d(input, weight, options),
          bruteTransposed(input, weight, null, spelled, outputPadding)
        );
        expectEqual(
          convTranspose2d(input, weight, { ...options, bias }),
          bruteTransposed(input, weight, bias, spelled, outputPadding)
        );
      }),
      { numRuns }
    );
  });

  it('gives real numbers what it gives fractions, wherever all are whole', () => {
    fc.assert(
      fc.property(transposedCases(wholes), ({ input, weight, bias, options }) => {
        expectSameNumbers(
          convTranspose2d(input, weight, { ...options, bias }),
          convTranspose2d(toReal(input), toReal(weight), { ...options, bias: toReal(bias) })
        );
      }),
      { numRuns: 250 }
    );
  });

  it('is the adjoint of conv2d: ⟨conv(x), y⟩ = ⟨x, convTranspose(y)⟩', () => {
    const cases = convolutionCases().chain((setting) =>
      tensorsOf(conv2d(setting.input, setting.weight, setting.options).shape, everyday).map((other) => ({
        ...setting,
        other
      }))
    );
    fc.assert(
      fc.property(cases, ({ input, weight, other, options: { stride, dilation, groups }, spelled }) => {
        const { sides } = spelled;
        // The cells that a stride leaves over at the end come back as output padding.
        const leftOver = ([0, 1] as const).map((axis) => {
          const padded =
            (input.shape[2 + axis] as number) +
            (axis === 0 ? sides.top + sides.bottom : sides.left + sides.right);
          return (
            (padded - spanOf(weight.shape[2 + axis] as number, spelled.dilation[axis])) % spelled.stride[axis]
          );
        }) as [number, number];
        const back = convTranspose2d(other, weight, {
          stride,
          dilation,
          groups,
          padding: sides,
          outputPadding: leftOver
        });
        expect(back.shape).toEqual(input.shape);
        expect(weightedExactly(input, back).toFraction()).toBe(
          weightedExactly(
            other,
            conv2d(input, weight, { stride, dilation, groups, padding: sides })
          ).toFraction()
        );
      }),
      { numRuns: 200 }
    );
  });

  it('has stride 1, no padding, no dilation, one group and no bias unless told', () => {
    const spelled = { stride: 1, padding: 0, outputPadding: 0, dilation: 1, groups: 1, bias: null };
    const image = exactTensor([1, 2, 3, 3], wildData(18));
    const weight = exactTensor([2, 3, 2, 2], wildData(24, 18));
    expect(convTranspose2d(image, weight)).toEqual(convTranspose2d(image, weight, spelled));
    expect(convTranspose2d(image, weight).shape).toEqual([1, 3, 4, 4]);
  });

  it('rounds to single precision once, at the end, the bias included', () => {
    const shapes = { input: [2, 6, 3, 4], weight: [6, 4, 3, 2], bias: [8] };
    const options = { groups: 2, stride: 2, padding: 1, outputPadding: 1 };
    const [input, weight, bias] = Object.values(shapes).map((shape, index) =>
      realTensor(shape, Float32Array.from(wildData(cellsIn(shape), 1000 * index)))
    ) as [RealTensor, RealTensor, RealTensor];
    const widened = ({ shape, data }: RealTensor) => realTensor(shape, Float64Array.from(data));
    const single = convTranspose2d(input, weight, { ...options, bias });
    const double = convTranspose2d(widened(input), widened(weight), { ...options, bias: widened(bias) });
    expect(single.data).toBeInstanceOf(Float32Array);
    expect(Array.from(single.data)).toEqual(Array.from(double.data, Math.fround));
  });
});

describe('worked examples', () => {
  const two = matrix([
    [0, 1],
    [2, 3]
  ]);

  // Zhang, Lipton, Li, Smola, "Dive into Deep Learning", section 14.10,
  // https://d2l.ai/chapter_computer-vision/transposed-conv.html
  it.each<[string, TransposedConvolutionOptions, number[][]]>([
    [
      'as it is',
      {},
      [
        [0, 0, 1],
        [0, 4, 6],
        [4, 12, 9]
      ]
    ],
    ['with padding 1', { padding: 1 }, [[4]]],
    [
      'with stride 2',
      { stride: 2 },
      [
        [0, 0, 0, 1],
        [0, 0, 2, 3],
        [0, 2, 0, 3],
        [4, 6, 6, 9]
      ]
    ]
  ])('d2l.ai, 14.10: %s', (_, options, expected) => {
    expect(rowsFound(convTranspose2d(two, two, options))).toEqual(expected);
    const real = convTranspose2d(toReal(two), toReal(two), options);
    expect(Array.from(real.data)).toEqual(expected.flat());
  });

  it('d2l.ai, 14.10: the shape of convTranspose(conv(x)) is that of x', () => {
    const image = realTensor([1, 10, 16, 16], wildData(2560));
    const weight = realTensor([20, 10, 5, 5], wildData(5000));
    const options = { padding: 2, stride: 3 };
    expect(convTranspose2d(conv2d(image, weight, options), weight, options).shape).toEqual(image.shape);
  });

  it('an output padding of 1 adds a last row and column, which no kernel of the size of the stride reaches', () => {
    const found = convTranspose2d(matrix([[5]]), two, {
      stride: 2,
      outputPadding: 1,
      bias: exactTensor([7])
    });
    expect(rowsFound(found)).toEqual([
      [7, 12, 7],
      [17, 22, 7],
      [7, 7, 7]
    ]);
  });

  it('an output padding shows what the padding would have cut off', () => {
    const found = convTranspose2d(matrix([[1, 2]]), matrix([[1, 10, 100]]), {
      stride: [1, 2],
      padding: [0, 1],
      outputPadding: [0, 1]
    });
    // On the canvas 1, 10, 100 + 2, 20, 200: the first cell is cut off, the last one is not.
    expect(rowsFound(found)).toEqual([[10, 102, 20, 200]]);
  });

  it('an output padding of a whole stride is allowed under a larger dilation', () => {
    const found = convTranspose2d(matrix([[1, 2]]), matrix([[1, 10]]), {
      dilation: [1, 3],
      outputPadding: [0, 2]
    });
    expect(rowsFound(found)).toEqual([[1, 2, 0, 10, 20, 0, 0]]);
  });
});

describe('sizes of the figures of Dumoulin and Visin, "A guide to convolution arithmetic for deep learning"', () => {
  it.each([
    ['2.1', 4, 3, 1, 0, 1, 2],
    ['2.2', 5, 4, 1, 2, 1, 6],
    ['2.3', 5, 3, 1, 1, 1, 5],
    ['2.4', 5, 3, 1, 2, 1, 7],
    ['2.5', 5, 3, 2, 0, 1, 2],
    ['2.6', 5, 3, 2, 1, 1, 3],
    ['2.7', 6, 3, 2, 1, 1, 3],
    ['5.1', 7, 3, 1, 0, 2, 3]
  ])('figure %s, a convolution: %i under %i', (_, input, kernel, stride, padding, dilation, output) => {
    expect(outputLength(input, kernel, stride, padding, dilation)).toBe(output);
    const image = realTensor([1, 1, input, input], wildData(input * input));
    const weight = realTensor([1, 1, kernel, kernel], wildData(kernel * kernel));
    expect(conv2d(image, weight, { stride, padding, dilation }).shape).toEqual([1, 1, output, output]);
  });

  it.each([
    ['4.1', 2, 3, 1, 0, 0, 4],
    ['4.2', 6, 4, 1, 2, 0, 5],
    ['4.3', 5, 3, 1, 1, 0, 5],
    ['4.4', 7, 3, 1, 2, 0, 5],
    ['4.5', 2, 3, 2, 0, 0, 5],
    ['4.6', 3, 3, 2, 1, 0, 5],
    ['4.7', 3, 3, 2, 1, 1, 6]
  ])('figure %s, its transpose: %i under %i', (_, input, kernel, stride, padding, outputPadding, output) => {
    expect(transposedOutputLength(input, kernel, stride, padding, outputPadding)).toBe(output);
    const image = realTensor([1, 1, input, input], wildData(input * input));
    const weight = realTensor([1, 1, kernel, kernel], wildData(kernel * kernel));
    expect(convTranspose2d(image, weight, { stride, padding, outputPadding }).shape).toEqual([
      1,
      1,
      output,
      output
    ]);
  });

  it('a transposed length leads back through outputLength, whatever the output padding below the stride', () => {
    const wrong: number[][] = [];
    for (let input = 1; input <= 6; input++) {
      for (let kernel = 1; kernel <= 4; kernel++) {
        for (let stride = 1; stride <= 3; stride++) {
          for (let dilation = 1; dilation <= 3; dilation++) {
            for (let outputPadding = 0; outputPadding < stride; outputPadding++) {
              const length = transposedOutputLength(input, kernel, stride, 0, outputPadding, dilation);
              if (outputLength(length, kernel, stride, 0, dilation) !== input) {
                wrong.push([input, kernel, stride, dilation, outputPadding, length]);
              }
            }
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('a transposed length has stride 1, dilation 1 and no paddings unless told', () => {
    expect(transposedOutputLength(5, 3)).toBe(7);
    expect(() => transposedOutputLength(1, 1, 1, 1)).toThrow(
      'transposedOutputLength: padding must leave at least one cell of the output; it cuts 1 and 1 off 1'
    );
  });
});

describe('convTranspose2dBackward', () => {
  it('is the difference quotient of the loss, exactly, for the operation is linear in each operand', () => {
    expectSlopes(withGradient(), convTranspose2d, convTranspose2dBackward, 200);
  });

  it('is the adjoint in each operand where numbers leave the whole numbers that doubles hold', () => {
    fc.assert(
      fc.property(withGradient(large), ({ input, weight, gradient, options }) => {
        // Linear in each operand, so each gradient times its own operand is the loss.
        const loss = weightedExactly(gradient, convTranspose2d(input, weight, options)).toFraction();
        const gradients = convTranspose2dBackward(gradient, input, weight, options);
        expect(weightedExactly(gradients.input, input).toFraction()).toBe(loss);
        expect(weightedExactly(gradients.weight, weight).toFraction()).toBe(loss);
      }),
      { numRuns: 25 }
    );
  });

  it('gives real numbers what it gives fractions, wherever all are whole', () => {
    expectSameGradients(withGradient(wholes), convTranspose2dBackward, 200);
  });

  it('keeps single precision', () => {
    const [gradient, input, weight] = [
      [2, 3, 5, 4],
      [2, 4, 2, 2],
      [4, 3, 4, 3]
    ].map((shape) => realTensor(shape, Float32Array.from(wildData(cellsIn(shape))))) as [
      RealTensor,
      RealTensor,
      RealTensor
    ];
    const widened = ({ shape, data }: RealTensor) => realTensor(shape, Float64Array.from(data));
    const single = convTranspose2dBackward(gradient, input, weight);
    const double = convTranspose2dBackward(widened(gradient), widened(input), widened(weight));
    for (const name of ['input', 'weight', 'bias'] as const) {
      expect(single[name].data).toBeInstanceOf(Float32Array);
      expectClose(single[name].data, double[name].data, 2 ** -23);
    }
  });

  it('worked by hand: the kernel of two laid down for two cells', () => {
    // y = (w₁x₁, w₂x₁ + w₁x₂, w₂x₂) with x = (2, 3), w = (10, 100) and the loss 5y₁ + 7y₂ + 11y₃.
    const found = convTranspose2dBackward(
      exactTensor([[[[5, 7, 11]]]]),
      exactTensor([[[[2, 3]]]]),
      exactTensor([[[[10, 100]]]])
    );
    expect(found.input.data.map(Number)).toEqual([5 * 10 + 7 * 100, 7 * 10 + 11 * 100]);
    expect(found.weight.data.map(Number)).toEqual([5 * 2 + 7 * 3, 7 * 2 + 11 * 3]);
    expect(found.bias.data.map(Number)).toEqual([5 + 7 + 11]);
  });
});

describe('what convTranspose2d refuses', () => {
  const ones = (...shape: number[]) =>
    exactTensor(
      shape,
      Array.from({ length: cellsIn(shape) }, () => 1)
    );
  const image = ones(1, 4, 2, 2);
  const weight = ones(4, 3, 2, 2);
  const under = (options: ConvTranspose2dOptions) => () => convTranspose2d(image, weight, options);
  const real = (...data: number[]) => ({ shape: [1, 1, 1, data.length], data: Float64Array.from(data) });

  it.each<[string, () => unknown, new (...args: never[]) => Error, string]>([
    [
      'an input of three dimensions',
      () => convTranspose2d(ones(4, 2, 2), weight),
      ShapeError,
      'convTranspose2d: the input must be [N, C, H, W]; it is [4, 2, 2]'
    ],
    [
      'a weight of three dimensions',
      () => convTranspose2d(image, ones(4, 2, 2)),
      ShapeError,
      'convTranspose2d: the weight must be [C, K / groups, FH, FW]; it is [4, 2, 2]'
    ],
    [
      'channels that differ, for the weight has the filters second',
      () => convTranspose2d(image, ones(3, 4, 2, 2)),
      ShapeError,
      'convTranspose2d: input has 4 channels, weight has kernels for 3; they must be equal (weight is [3, 4, 2, 2])'
    ],
    [
      'groups that do not divide the channels',
      under({ groups: 3 }),
      SettingError,
      'convTranspose2d: 3 groups must divide the 4 channels (input is [1, 4, 2, 2], weight is [4, 3, 2, 2])'
    ],
    [
      'no group',
      under({ groups: 0 }),
      SettingError,
      'convTranspose2d: groups must be a whole number of at least 1, not 0'
    ],
    [
      'biases of other number',
      under({ groups: 2, bias: ones(3) }),
      ShapeError,
      'convTranspose2d: there must be one bias for each of the 6 filters; bias is [3]'
    ],
    [
      'a stride of 0',
      under({ stride: [0, 1] }),
      SettingError,
      'convTranspose2d: stride must be a whole number of at least 1, not 0'
    ],
    [
      'a broken dilation',
      under({ dilation: 1.5 }),
      SettingError,
      'convTranspose2d: dilation must be a whole number of at least 1, not 1.5'
    ],
    [
      'a negative padding',
      under({ padding: -1 }),
      SettingError,
      'convTranspose2d: padding must be a whole number of at least 0, not -1'
    ],
    [
      "the word 'same', which says what the output of a window is",
      under({ padding: 'same' as unknown as Pair }),
      SettingError,
      "convTranspose2d: padding is a number of cells, [vertical, horizontal] or the four sides, not 'same'"
    ],
    [
      'a negative output padding',
      under({ outputPadding: -1 }),
      SettingError,
      'convTranspose2d: outputPadding must be a whole number of at least 0, not -1'
    ],
    [
      'an output padding of a stride',
      under({ stride: 2, outputPadding: [1, 2] }),
      SettingError,
      'convTranspose2d: outputPadding must be smaller than either stride or dilation; it is 2, stride is 2 and dilation is 1'
    ],
    [
      'an output padding without stride and dilation',
      under({ outputPadding: 1 }),
      SettingError,
      'convTranspose2d: outputPadding must be smaller than either stride or dilation; it is 1, stride is 1 and dilation is 1'
    ],
    [
      'a padding that leaves nothing',
      under({ padding: { top: 2, bottom: 1, left: 0, right: 0 } }),
      SettingError,
      'convTranspose2d: padding must leave at least one cell of the output; it cuts 2 and 1 off 3'
    ],
    [
      'a padding that leaves no column',
      under({ padding: { top: 0, bottom: 0, left: 0, right: 7 } as Sides }),
      SettingError,
      'convTranspose2d: padding must leave at least one cell of the output; it cuts 0 and 7 off 3'
    ],
    [
      'fractions and real numbers together',
      () => convTranspose2d<ExactTensor | RealTensor>(real(1), ones(1, 1, 1, 1)),
      ShapeError,
      'convTranspose2d: input is real and weight is exact; all operands must be of one number system'
    ],
    [
      'an input that is not a number',
      () => convTranspose2d(real(1, NaN), real(1)),
      NonFiniteError,
      'convTranspose2d: input must be finite; entry 1 of [1, 1, 1, 2] is NaN'
    ],
    [
      'a result too large for the precision',
      () => convTranspose2d(real(1e200), real(1e200)),
      NonFiniteError,
      'convTranspose2d: the result must be finite; entry 0 of [1, 1, 1, 1] is Infinity'
    ],
    [
      'a result of too many cells, before anything is computed',
      () => convTranspose2d(real(1, 1), real(1), { stride: [1, 2 ** 26] }),
      TooLargeError,
      'convTranspose2d: a tensor has at most 67108864 cells; [1, 1, 1, 67108865] would have 67108865'
    ],
    [
      'a gradient of another shape than the output',
      () => convTranspose2dBackward(ones(1, 3, 2, 2), image, weight),
      ShapeError,
      'convTranspose2dBackward: the gradient must have the shape of the output, [1, 3, 3, 3]; it is [1, 3, 2, 2]'
    ],
    [
      'channels that differ, in the gradient too',
      () => convTranspose2dBackward(ones(1, 4, 3, 3), image, ones(3, 4, 2, 2)),
      ShapeError,
      'convTranspose2dBackward: input has 4 channels, weight has kernels for 3; they must be equal (weight is [3, 4, 2, 2])'
    ],
    [
      'a gradient of the input too large for the precision',
      () => convTranspose2dBackward(real(1e200), real(1), real(1e200)),
      NonFiniteError,
      'convTranspose2dBackward: the gradient of the input must be finite; entry 0 of [1, 1, 1, 1] is Infinity'
    ],
    [
      'a gradient of the weight too large for the precision',
      () => convTranspose2dBackward(real(1e200), real(1e200), real(1)),
      NonFiniteError,
      'convTranspose2dBackward: the gradient of the weight must be finite; entry 0 of [1, 1, 1, 1] is Infinity'
    ],
    [
      'a gradient of the bias too large for the precision',
      () => convTranspose2dBackward(real(1.5e308, 1.5e308), real(0, 0), real(0)),
      NonFiniteError,
      'convTranspose2dBackward: the gradient of the bias must be finite; entry 0 of [1] is Infinity'
    ]
  ])('%s', (_, action, kind, message) => {
    const error = thrownBy(action);
    expect(error).toBeInstanceOf(kind);
    expect((error as Error).message).toBe(message);
  });
});
