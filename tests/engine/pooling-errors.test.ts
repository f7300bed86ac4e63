import {
  adaptiveAvgPool2d,
  adaptiveAvgPool2dBackward,
  avgPool2d,
  avgPool2dBackward,
  exactTensor,
  globalAvgPool2d,
  globalAvgPool2dBackward,
  KernelTooLargeError,
  matrix,
  maxPool2d,
  maxPool2dBackward,
  maxPool2dWithIndices,
  NonFiniteError,
  realTensor,
  SettingError,
  ShapeError,
  TooLargeError,
  type Pair
} from '$lib/engine';
import { describe, expect, it } from 'vitest';

const square = matrix([
  [1, 2],
  [3, 4]
]);
const flat = exactTensor([[1, 2]]);
const one = matrix([[1]]);
const infinite = { shape: [1, 1, 1, 2], data: new Float64Array([0, Infinity]) };

describe('shapes that do not fit', () => {
  it.each<[string, () => unknown]>([
    ['maxPool2d: the input must be [N, C, H, W]; it is [1, 2]', () => maxPool2d(flat, 1)],
    [
      'maxPool2dWithIndices: the input must be [N, C, H, W]; it is [1, 2]',
      () => maxPool2dWithIndices(flat, 1)
    ],
    [
      'maxPool2dBackward: the input must be [N, C, H, W]; it is [1, 2]',
      () => maxPool2dBackward(one, flat, 1)
    ],
    ['avgPool2d: the input must be [N, C, H, W]; it is [1, 2]', () => avgPool2d(flat, 1)],
    [
      'avgPool2dBackward: the input must be [N, C, H, W]; it is [1, 2]',
      () => avgPool2dBackward(one, flat, 1)
    ],
    ['adaptiveAvgPool2d: the input must be [N, C, H, W]; it is [1, 2]', () => adaptiveAvgPool2d(flat, 1)],
    ['globalAvgPool2d: the input must be [N, C, H, W]; it is [1, 2]', () => globalAvgPool2d(flat)],
    [
      'maxPool2dBackward: the gradient must have the shape of the output, [1, 1, 1, 1]; it is [1, 1, 2, 2]',
      () => maxPool2dBackward(square, square, 2)
    ],
    [
      'avgPool2dBackward: the gradient must have the shape of the output, [1, 1, 2, 2]; it is [1, 1, 1, 1]',
      () => avgPool2dBackward(one, square, 1)
    ],
    [
      'adaptiveAvgPool2dBackward: the gradient must be [N, C, H, W]; it is [1, 2]',
      () => adaptiveAvgPool2dBackward(flat, square)
    ],
    [
      'adaptiveAvgPool2dBackward: the gradient must have the shape of the output, [1, 1, 1, 1]; it is [1, 2, 1, 1]',
      () => adaptiveAvgPool2dBackward(exactTensor([1, 2, 1, 1], [1, 1]), square)
    ],
    [
      'globalAvgPool2dBackward: the gradient must have the shape of the output, [1, 1, 1, 1]; it is [1, 1, 2, 2]',
      () => globalAvgPool2dBackward(square, square)
    ]
  ])('%s', (message, action) => {
    expect(action).toThrow(ShapeError);
    expect(action).toThrow(message);
  });

  it('takes operands of one number system only', () => {
    const mixed = () => maxPool2dBackward<never>(one as never, realTensor([[[[1]]]]) as never, 1);
    expect(mixed).toThrow(ShapeError);
    expect(mixed).toThrow(/^maxPool2dBackward: .* one number system/);
  });
});

describe('settings that cannot be', () => {
  it.each<[string, () => unknown]>([
    ['maxPool2d: kernelSize must be a whole number of at least 1, not 0', () => maxPool2d(square, 0)],
    [
      'maxPool2d: kernelSize must be a whole number of at least 1, not 1.5',
      () => maxPool2d(square, [1, 1.5])
    ],
    [
      'maxPool2d: kernelSize: a pair is [vertical, horizontal], not [1]',
      () => maxPool2d(square, [1] as unknown as Pair)
    ],
    [
      'avgPool2d: stride must be a whole number of at least 1, not -1',
      () => avgPool2d(square, 1, { stride: -1 })
    ],
    [
      'maxPool2d: padding must be a whole number of at least 0, not -1',
      () => maxPool2d(square, 2, { padding: [0, -1] })
    ],
    [
      'maxPool2d: dilation must be a whole number of at least 1, not 0',
      () => maxPool2d(square, 2, { dilation: 0 })
    ],
    [
      'maxPool2d: padding [1, 0] must be at most half of the window, which covers 1×2 cells',
      () => maxPool2d(square, [1, 2], { padding: [1, 0] })
    ],
    [
      'avgPool2dBackward: padding [2, 2] must be at most half of the window, which covers 3×3 cells',
      () => avgPool2dBackward(square, square, 3, { padding: 2 })
    ],
    [
      'maxPool2d: with this dilation a window lies on padding alone and has no maximum (input is [1, 1, 2, 2])',
      // Two taps 3 apart around two cells: one before them, one behind.
      () => maxPool2d(square, 2, { dilation: 3, padding: 1 })
    ],
    [
      'avgPool2d: divisorOverride must be a whole number other than 0, not 0',
      () => avgPool2d(square, 2, { divisorOverride: 0 })
    ],
    [
      'avgPool2d: divisorOverride must be a whole number other than 0, not 0.5',
      () => avgPool2d(square, 2, { divisorOverride: 0.5 })
    ],
    [
      'adaptiveAvgPool2d: outputSize must be a whole number of at least 1, not 0',
      () => adaptiveAvgPool2d(square, [1, 0])
    ]
  ])('%s', (message, action) => {
    expect(action).toThrow(SettingError);
    expect(action).toThrow(message);
  });

  it('takes no kernel that is larger than the padded input', () => {
    expect(() => maxPool2d(square, 3)).toThrow(KernelTooLargeError);
    expect(() => avgPool2d(square, 3)).toThrow(KernelTooLargeError);
    expect(() => maxPool2d(square, 2, { dilation: 2 })).toThrow(KernelTooLargeError);
    // In ceilMode it may reach over the end by less than a stride, here by 1 and by 2 of 2.
    expect(maxPool2d(square, 3, { stride: 2, ceilMode: true }).shape).toEqual([1, 1, 1, 1]);
    expect(() => maxPool2d(square, 4, { stride: 2, ceilMode: true })).toThrow(KernelTooLargeError);
  });
});

describe('numbers and sizes without end', () => {
  it.each<[RegExp, () => unknown]>([
    [/^maxPool2d: input must be finite; entry 1 of \[1, 1, 1, 2\] is Infinity/, () => maxPool2d(infinite, 1)],
    [/^avgPool2d: input must be finite/, () => avgPool2d(infinite, 1)],
    [/^globalAvgPool2dBackward: gradient must be finite/, () => globalAvgPool2dBackward(nan(), nan())],
    // Twice the largest number is none, and so is its half after the sum.
    [/^avgPool2d: the result must be finite/, () => avgPool2d(largest(), [1, 2])],
    [
      /^maxPool2dBackward: the result must be finite/,
      () => maxPool2dBackward(largest(), realTensor([[[[0, 1, 0]]]]), [1, 2], { stride: 1 })
    ],
    [
      /^avgPool2dBackward: the result must be finite/,
      () =>
        avgPool2dBackward(largest(), realTensor([[[[0, 1, 0]]]]), [1, 2], { stride: 1, divisorOverride: 1 })
    ]
  ])('%s', (message, action) => {
    expect(action).toThrow(NonFiniteError);
    expect(action).toThrow(message);
  });

  it('makes no tensor of more cells than the engine holds', () => {
    expect(() => adaptiveAvgPool2d(square, 2 ** 14)).toThrow(TooLargeError);
  });
});

function nan() {
  return { shape: [1, 1, 1, 1], data: new Float32Array([NaN]) };
}

function largest() {
  return realTensor([[[[Number.MAX_VALUE, Number.MAX_VALUE]]]]);
}
