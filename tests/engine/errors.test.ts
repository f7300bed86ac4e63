import {
  conv2d,
  convolve2d,
  EngineError,
  Fraction,
  KernelTooLargeError,
  matrix,
  outputLength,
  rotateHalfTurn,
  SettingError,
  ShapeError,
  sizeOf,
  tensor,
  windowGeometry
} from '$lib/engine';
import { describe, expect, it } from 'vitest';

const square = matrix([
  [1, 2],
  [3, 4]
]);
const ofChannels = (channels: number) =>
  tensor(
    [1, channels, 1, 1],
    Array.from({ length: channels }, () => new Fraction(1))
  );

function caught(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('shapes that do not fit', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'other channels',
      () => conv2d(ofChannels(3), ofChannels(2)),
      /input has 3 channels, each filter has 2.*\[1, 2, 1, 1\]/
    ],
    ['an input of two dimensions', () => conv2d(tensor([2, 2], square.data), square), /\[2, 2\]/],
    ['a kernel of three dimensions', () => conv2d(square, tensor([1, 2, 2], square.data)), /\[1, 2, 2\]/],
    [
      'a fifth dimension',
      () => convolve2d(tensor([1, 1, 1, 2, 2], square.data), square),
      /\[1, 1, 1, 2, 2\]/
    ],
    ['turning a matrix of no filter', () => rotateHalfTurn(tensor([2, 2], square.data)), /\[2, 2\]/],
    ['the size of a list', () => sizeOf(tensor([4], square.data)), /\[4\]/],
    ['too little data', () => tensor([1, 1, 2, 3], square.data), /\[1, 1, 2, 3\].*6.*4/],
    ['too much data', () => tensor([1, 1, 1, 3], square.data), /\[1, 1, 1, 3\].*3.*4/],
    ['a length of 0', () => tensor([1, 0], []), /\[1, 0\]/],
    ['a negative length', () => tensor([-2, -2], square.data), /\[-2, -2\]/],
    ['a broken length', () => tensor([2.5, 1.6], square.data), /\[2.5, 1.6\]/],
    ['rows of unlike length', () => matrix([[1, 2], [3]]), /list of 1.*\[1, 1, 2, 2\]/],
    ['a matrix of no rows', () => matrix([]), /0/],
    ['a matrix of empty rows', () => matrix([[], []]), /0/]
  ])('%s: named, with the shapes', (_, action, message) => {
    const error = caught(action);
    expect(error).toBeInstanceOf(ShapeError);
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ name: 'ShapeError', message: expect.stringMatching(message) });
  });
});

describe('a kernel that does not fit', () => {
  it('is named with both lengths', () => {
    const error = caught(() => outputLength(3, 6, 1, 1));
    expect(error).toBeInstanceOf(KernelTooLargeError);
    expect(error).toMatchObject({ kernelLength: 6, paddedLength: 5, message: expect.stringMatching(/6.*5/) });
  });

  it.each<[string, number[][], number[][]]>([
    ['too high', [[1, 1, 1]], [[1], [1]]],
    ['too wide', [[1], [1], [1]], [[1, 1]]]
  ])('is refused where it is only %s', (_, image, kernel) => {
    expect(() => conv2d(matrix(image), matrix(kernel))).toThrow(KernelTooLargeError);
    expect(() => convolve2d(matrix(image), matrix(kernel))).toThrow(KernelTooLargeError);
  });

  it('fits with enough padding', () => {
    expect(conv2d(matrix([[5]]), matrix([[1, 1, 1]]), { padding: [0, 1] }).data[0]?.valueOf()).toBe(5);
  });
});

describe('settings that no window can have', () => {
  it.each<[string, () => unknown]>([
    ['stride 0', () => conv2d(square, square, { stride: 0 })],
    ['a negative stride', () => conv2d(square, square, { stride: -1 })],
    ['a broken stride', () => conv2d(square, square, { stride: 1.5 })],
    ['stride 0 on one axis', () => conv2d(square, square, { stride: [1, 0] })],
    ['no number as stride', () => conv2d(square, square, { stride: Number.NaN })],
    ['an infinite stride', () => conv2d(square, square, { stride: Number.POSITIVE_INFINITY })],
    ['a negative padding', () => conv2d(square, square, { padding: -1 })],
    ['a broken padding', () => conv2d(square, square, { padding: 0.5 })],
    ['a negative padding on one axis', () => conv2d(square, square, { padding: [0, -1] })],
    ['an input length of 0', () => outputLength(0, 1)],
    ['a kernel length of 0', () => outputLength(3, 0)],
    ['a broken input length', () => outputLength(2.5, 1)],
    ['a broken kernel length', () => outputLength(3, 1.5)],
    ['a broken height', () => windowGeometry({ height: 2.5, width: 2 }, { height: 1, width: 1 })]
  ])('%s', (_, action) => {
    const error = caught(action);
    expect(error).toBeInstanceOf(SettingError);
    expect(error).toMatchObject({ name: 'SettingError' });
  });

  it('are named with their value', () => {
    expect(() => outputLength(5, 3, 0)).toThrow(/stride.*0/);
    expect(() => outputLength(5, 3, 1, -2)).toThrow(/padding.*-2/);
  });
});
