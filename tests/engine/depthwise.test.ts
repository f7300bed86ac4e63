import {
  conv2d,
  depthwiseConv2d,
  depthwiseConv2dBackward,
  exactTensor,
  Fraction,
  KernelTooLargeError,
  NonFiniteError,
  realTensor,
  SettingError,
  ShapeError,
  tensor,
  toReal,
  type ExactTensor,
  type RealTensor,
  type WindowOptions
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyday, tensorsOf, whole } from '../data/arbitraries';
import { range } from '../data/brute-convolution';
import { cellsOfPadding, pairOf, upTo } from '../data/convolution-cases';
import { expectSameGradients, expectSlopes } from '../data/convolution-slopes';
import { cellsIn, expectSameNumbers, thrownBy } from '../data/gradients';

interface Case {
  readonly input: ExactTensor;
  readonly weight: ExactTensor;
  readonly bias: ExactTensor;
  readonly options: WindowOptions;
}

const cases = (entry: fc.Arbitrary<Fraction> = everyday): fc.Arbitrary<Case> =>
  fc
    .record({ images: upTo(2), channels: upTo(4), each: upTo(5), kernel: fc.tuple(upTo(3), upTo(3)) })
    .chain(({ images, channels, each, kernel }) =>
      fc.record({
        // Inputs of at least 5 have room for a kernel of 3 with dilation 2.
        input: tensorsOf([images, channels, 5, 6], entry),
        weight: tensorsOf([channels * each, 1, ...kernel], entry),
        bias: tensorsOf([channels * each], entry),
        options: fc.record({
          stride: pairOf(upTo(3)),
          dilation: pairOf(upTo(2)),
          padding: fc.oneof(cellsOfPadding, fc.constantFrom('same' as const, 'valid' as const))
        })
      })
    );

const wholes = whole.map((value) => new Fraction(value));

/** One channel of one tensor alone. */
function part(any: ExactTensor, axis: 0 | 1, index: number): ExactTensor {
  const [outer, inner, ...rest] = any.shape as [number, number, number, number];
  const plane = rest[0] * rest[1];
  const kept =
    axis === 0 ? range(inner).map((other) => [index, other]) : range(outer).map((other) => [other, index]);
  const data = kept.flatMap(([first, second]) => {
    const from = ((first as number) * inner + (second as number)) * plane;
    return any.data.slice(from, from + plane);
  });
  return tensor(axis === 0 ? [1, inner, ...rest] : [outer, 1, ...rest], data);
}

describe('depthwiseConv2d', () => {
  it('convolves every channel by itself with the filters that are its own', () => {
    fc.assert(
      fc.property(cases(), ({ input, weight, bias, options }) => {
        const found = depthwiseConv2d(input, weight, { ...options, bias });
        const [channels, filters] = [input.shape[1] as number, weight.shape[0] as number];
        expect(found.shape[1]).toBe(filters);
        for (const filter of range(filters)) {
          const alone = conv2d(
            part(input, 1, Math.floor(filter / (filters / channels))),
            part(weight, 0, filter),
            { ...options, bias: tensor([1], [bias.data[filter] as Fraction]) }
          );
          expect(part(found, 1, filter)).toEqual(alone);
        }
      })
    );
  });

  it('gives real numbers what it gives fractions, wherever all are whole', () => {
    fc.assert(
      fc.property(cases(wholes), ({ input, weight, bias, options }) => {
        expectSameNumbers(
          depthwiseConv2d(input, weight, { ...options, bias }),
          depthwiseConv2d(toReal(input), toReal(weight), { ...options, bias: toReal(bias) })
        );
      })
    );
  });

  it('worked by hand: two channels, two filters each', () => {
    const image = exactTensor([[[[1, 2]], [[3, 4]]]]);
    const filters = exactTensor([2, 10, -1, '1/2'].map((factor) => [[[factor]]]));
    expect(depthwiseConv2d(image, filters).data.map(Number)).toEqual([2, 4, 10, 20, -3, -4, 1.5, 2]);
  });

  it('keeps single precision', () => {
    const image = realTensor([1, 2, 1, 1], Float32Array.of(3, 5));
    const filters = realTensor([2, 1, 1, 1], Float32Array.of(7, 11));
    expect(depthwiseConv2d(image, filters)).toEqual(realTensor([1, 2, 1, 1], Float32Array.of(21, 55)));
  });

  it('followed by kernels of 1×1 is a convolution whose weights are products: MobileNet', () => {
    // Howard et al., "MobileNets", 2017, section 3.1: a depthwise separable convolution.
    fc.assert(
      fc.property(
        fc.record({
          input: tensorsOf([1, 3, 4, 4], everyday),
          depthwise: tensorsOf([3, 1, 2, 2], everyday),
          pointwise: tensorsOf([2, 3, 1, 1], everyday)
        }),
        ({ input, depthwise, pointwise }) => {
          const whole = tensor(
            [2, 3, 2, 2],
            pointwise.data.flatMap((factor, index) =>
              depthwise.data.slice((index % 3) * 4, (index % 3) * 4 + 4).map((weight) => weight.mul(factor))
            )
          );
          expect(conv2d(depthwiseConv2d(input, depthwise), pointwise)).toEqual(conv2d(input, whole));
        }
      )
    );
  });
});

describe('depthwiseConv2dBackward', () => {
  const withGradient = (entry: fc.Arbitrary<Fraction> = everyday) =>
    cases(entry).chain((setting) =>
      tensorsOf(depthwiseConv2d(setting.input, setting.weight, setting.options).shape, entry).map(
        (gradient) => ({ ...setting, gradient })
      )
    );

  it('is the difference quotient of the loss, exactly, for the operation is linear in each operand', () => {
    expectSlopes(withGradient(), depthwiseConv2d, depthwiseConv2dBackward);
  });

  it('gives real numbers what it gives fractions, wherever all are whole', () => {
    expectSameGradients(withGradient(wholes), depthwiseConv2dBackward);
  });
});

describe('what depthwiseConv2d refuses', () => {
  const ones = (...shape: number[]) =>
    exactTensor(
      shape,
      Array.from({ length: cellsIn(shape) }, () => 1)
    );
  const image = ones(1, 3, 2, 2);
  const real = (...data: number[]) => ({ shape: [1, 1, 1, data.length], data: Float64Array.from(data) });
  const rule = (weight: string, operation = 'depthwiseConv2d') =>
    `${operation}: each of the 3 channels has filters of its own, M of one channel each, so weight must be ` +
    `[C·M, 1, FH, FW]; it is ${weight} (input is [1, 3, 2, 2])`;

  it.each<[string, () => unknown, new (...args: never[]) => Error, string]>([
    [
      'filters of several channels',
      () => depthwiseConv2d(image, ones(3, 3, 1, 1)),
      ShapeError,
      rule('[3, 3, 1, 1]')
    ],
    [
      'filters that the channels cannot share evenly',
      () => depthwiseConv2d(image, ones(4, 1, 1, 1)),
      ShapeError,
      rule('[4, 1, 1, 1]')
    ],
    [
      'the same in the gradient',
      () => depthwiseConv2dBackward(image, image, ones(4, 1, 1, 1)),
      ShapeError,
      rule('[4, 1, 1, 1]', 'depthwiseConv2dBackward')
    ],
    [
      'an input of three dimensions',
      () => depthwiseConv2d(ones(3, 2, 2), ones(3, 1, 1, 1)),
      ShapeError,
      'depthwiseConv2d: the input must be [N, C, H, W]; it is [3, 2, 2]'
    ],
    [
      'a list as input',
      () => depthwiseConv2d(ones(3), ones(3, 1, 1, 1)),
      ShapeError,
      'depthwiseConv2d: the input must be [N, C, H, W]; it is [3]'
    ],
    [
      'a weight of three dimensions',
      () => depthwiseConv2d(image, ones(3, 1, 1)),
      ShapeError,
      'depthwiseConv2d: the weight must be [K, C / groups, FH, FW]; it is [3, 1, 1]'
    ],
    [
      'biases of other number',
      () => depthwiseConv2d(image, ones(6, 1, 1, 1), { bias: ones(3) }),
      ShapeError,
      'depthwiseConv2d: there must be one bias for each of the 6 filters; bias is [3]'
    ],
    [
      'a stride of 0',
      () => depthwiseConv2d(image, ones(3, 1, 1, 1), { stride: 0 }),
      SettingError,
      'depthwiseConv2d: stride must be a whole number of at least 1, not 0 (input is [1, 3, 2, 2], kernel is 1×1)'
    ],
    [
      'a kernel that does not fit',
      () => depthwiseConv2d(image, ones(3, 1, 3, 1)),
      KernelTooLargeError,
      'depthwiseConv2d: a kernel of length 3 does not fit into a padded input of length 2; enlarge the input or the padding, or shrink the kernel (input is [1, 3, 2, 2], kernel is 3×1)'
    ],
    [
      'fractions and real numbers together',
      () => depthwiseConv2d<ExactTensor | RealTensor>(real(1), ones(1, 1, 1, 1)),
      ShapeError,
      'depthwiseConv2d: input is real and weight is exact; all operands must be of one number system'
    ],
    [
      'a result too large for the precision',
      () => depthwiseConv2d(real(1e200), real(1e200)),
      NonFiniteError,
      'depthwiseConv2d: the result must be finite; entry 0 of [1, 1, 1, 1] is Infinity'
    ],
    [
      'a gradient of another shape than the output',
      () => depthwiseConv2dBackward(ones(1, 3, 1, 1), image, ones(3, 1, 1, 1)),
      ShapeError,
      'depthwiseConv2dBackward: the gradient must have the shape of the output, [1, 3, 2, 2]; it is [1, 3, 1, 1]'
    ]
  ])('%s', (_, action, kind, message) => {
    const error = thrownBy(action);
    expect(error).toBeInstanceOf(kind);
    expect((error as Error).message).toBe(message);
  });
});
