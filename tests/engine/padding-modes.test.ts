import {
  exactTensor,
  Fraction,
  matrix,
  NonFiniteError,
  pad,
  padBackward,
  realTensor,
  rowsOf,
  sameTensor,
  SettingError,
  ShapeError,
  TooLargeError,
  toReal,
  type ExactTensor,
  type PaddingMode,
  type Sides
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeTensors } from '../data/pooling';

const nine = matrix([
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8]
]);
/** (1, 1, 2, 0) in the order of PyTorch. */
const uneven = { left: 1, right: 1, top: 2, bottom: 0 };
const numbersOf = (image: ExactTensor) => rowsOf(image).map((row) => row.map((value) => value.valueOf()));

describe("the examples of PyTorch's documentation", () => {
  it('https://docs.pytorch.org/docs/stable/generated/torch.nn.ReflectionPad2d.html', () => {
    expect(numbersOf(pad(nine, 2, 'reflect'))).toEqual([
      [8, 7, 6, 7, 8, 7, 6],
      [5, 4, 3, 4, 5, 4, 3],
      [2, 1, 0, 1, 2, 1, 0],
      [5, 4, 3, 4, 5, 4, 3],
      [8, 7, 6, 7, 8, 7, 6],
      [5, 4, 3, 4, 5, 4, 3],
      [2, 1, 0, 1, 2, 1, 0]
    ]);
    expect(numbersOf(pad(nine, uneven, 'reflect'))).toEqual([
      [7, 6, 7, 8, 7],
      [4, 3, 4, 5, 4],
      [1, 0, 1, 2, 1],
      [4, 3, 4, 5, 4],
      [7, 6, 7, 8, 7]
    ]);
  });

  it('https://docs.pytorch.org/docs/stable/generated/torch.nn.ReplicationPad2d.html', () => {
    expect(numbersOf(pad(nine, 2, 'replicate'))).toEqual([
      [0, 0, 0, 1, 2, 2, 2],
      [0, 0, 0, 1, 2, 2, 2],
      [0, 0, 0, 1, 2, 2, 2],
      [3, 3, 3, 4, 5, 5, 5],
      [6, 6, 6, 7, 8, 8, 8],
      [6, 6, 6, 7, 8, 8, 8],
      [6, 6, 6, 7, 8, 8, 8]
    ]);
    expect(numbersOf(pad(nine, uneven, 'replicate'))).toEqual([
      [0, 0, 1, 2, 2],
      [0, 0, 1, 2, 2],
      [0, 0, 1, 2, 2],
      [3, 3, 4, 5, 5],
      [6, 6, 7, 8, 8]
    ]);
  });

  it('https://docs.pytorch.org/docs/stable/generated/torch.nn.CircularPad2d.html', () => {
    expect(numbersOf(pad(nine, 2, 'circular'))).toEqual([
      [4, 5, 3, 4, 5, 3, 4],
      [7, 8, 6, 7, 8, 6, 7],
      [1, 2, 0, 1, 2, 0, 1],
      [4, 5, 3, 4, 5, 3, 4],
      [7, 8, 6, 7, 8, 6, 7],
      [1, 2, 0, 1, 2, 0, 1],
      [4, 5, 3, 4, 5, 3, 4]
    ]);
    expect(numbersOf(pad(nine, uneven, 'circular'))).toEqual([
      [5, 3, 4, 5, 3],
      [8, 6, 7, 8, 6],
      [2, 0, 1, 2, 0],
      [5, 3, 4, 5, 3],
      [8, 6, 7, 8, 6]
    ]);
  });

  it('zeros, the default', () => {
    const expected = [
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 1, 2, 0],
      [0, 3, 4, 5, 0],
      [0, 6, 7, 8, 0]
    ];
    expect(numbersOf(pad(nine, uneven))).toEqual(expected);
    expect(numbersOf(pad(nine, uneven, 'zero'))).toEqual(expected);
    expect(pad(nine, [1, 2]).shape).toEqual([1, 1, 5, 7]);
  });
});

/** What an axis looks like around its cells, by walking rather than by a formula. */
function walked(length: number, before: number, after: number, mode: PaddingMode): (number | null)[] {
  const cells = Array.from({ length }, (_, cell) => cell);
  if (mode === 'circular') {
    return [...cells.slice(length - before), ...cells, ...cells.slice(0, after)];
  }
  if (mode === 'reflect') {
    const mirrored = cells.toReversed();
    const front = mirrored.slice(0, length - 1);
    return [...front.slice(length - 1 - before), ...cells, ...mirrored.slice(1, 1 + after)];
  }
  const edge = (cell: number, times: number) =>
    Array.from({ length: times }, () => (mode === 'zero' ? null : cell));
  return [...edge(0, before), ...cells, ...edge(length - 1, after)];
}

interface PaddedCase {
  readonly input: ExactTensor;
  readonly sides: Sides;
  readonly mode: PaddingMode;
}

/** Every padding that its mode allows, on small inputs. */
const cases: fc.Arbitrary<PaddedCase> = fc
  .record({
    mode: fc.constantFrom<PaddingMode>('zero', 'reflect', 'replicate', 'circular'),
    height: fc.integer({ min: 1, max: 5 }),
    width: fc.integer({ min: 1, max: 5 })
  })
  .chain(({ mode, height, width }) => {
    const cells = (length: number) =>
      fc.nat(mode === 'reflect' ? length - 1 : mode === 'circular' ? length : 6);
    return fc.record({
      input: wholeTensors([2, 2, height, width]),
      mode: fc.constant(mode),
      sides: fc.record({
        top: cells(height),
        bottom: cells(height),
        left: cells(width),
        right: cells(width)
      })
    });
  });

describe('every mode and every side', () => {
  it('repeats the cells that a walk around the image meets', () => {
    fc.assert(
      fc.property(cases, ({ input, sides, mode }) => {
        const [images, channels, height, width] = input.shape as [number, number, number, number];
        const rows = walked(height, sides.top, sides.bottom, mode);
        const columns = walked(width, sides.left, sides.right, mode);
        const expected = Array.from({ length: images * channels }, (_, plane) =>
          rows.map((row) =>
            columns.map((column) =>
              row === null || column === null
                ? 0
                : (input.data[(plane * height + row) * width + column] as Fraction).valueOf()
            )
          )
        ).flat(2);
        for (const image of [input, toReal(input)]) {
          const padded = pad(image, sides, mode);
          expect(padded.shape).toEqual([images, channels, rows.length, columns.length]);
          expect(Array.from(padded.data, Number)).toEqual(expected);
        }
      }),
      { numRuns: 200 }
    );
  });

  it('has its transpose as gradient: ⟨pad(x), g⟩ = ⟨x, padBackward(g)⟩', () => {
    const inner = (left: ArrayLike<Fraction | number>, right: ArrayLike<Fraction | number>) =>
      Array.from(left, Number).reduce((sum, value, index) => sum + value * Number(right[index]), 0);
    fc.assert(
      fc.property(cases, fc.nat(6), ({ input, sides, mode }, seed) => {
        const padded = pad(input, sides, mode);
        const gradient = exactTensor(
          padded.shape,
          padded.data.map((_, index) => (((index + 1) * (seed + 3)) % 7) - 3)
        );
        const found = padBackward(gradient, input, sides, mode);
        expect(found.shape).toEqual(input.shape);
        expect(inner(padded.data, gradient.data)).toBe(inner(input.data, found.data));
        const real = padBackward(toReal(gradient), toReal(input), sides, mode);
        expect(Array.from(real.data)).toEqual(found.data.map(Number));
      }),
      { numRuns: 200 }
    );
  });

  it('around all sides at once is the same as around the rows and then around the columns', () => {
    fc.assert(
      fc.property(cases, ({ input, sides, mode }) => {
        const rowsFirst = pad(
          pad(input, { ...sides, left: 0, right: 0 }, mode),
          { ...sides, top: 0, bottom: 0 },
          mode
        );
        expect(sameTensor(rowsFirst, pad(input, sides, mode))).toBe(true);
      })
    );
  });

  it('keeps the precision of the data, and sums in double precision', () => {
    const single = realTensor([1, 1, 1, 1], new Float32Array([1]));
    expect(pad(single, 1, 'replicate').data).toEqual(new Float32Array(9).fill(1));
    const gradient = realTensor([1, 1, 1, 3], new Float32Array([2 ** 24, 1, 1]));
    const sums = padBackward(gradient, single, [0, 1], 'replicate');
    // Added in single precision, the ones would be lost.
    expect(sums.data).toEqual(new Float32Array([2 ** 24 + 2]));
  });
});

describe('paddings that cannot be', () => {
  it.each<[string, () => unknown]>([
    [
      'pad: reflect needs a padding smaller than the input; top is 3, the input has 3 cells',
      () => pad(nine, { top: 3, bottom: 0, left: 0, right: 0 }, 'reflect')
    ],
    [
      'padBackward: reflect needs a padding smaller than the input; left is 4, the input has 3 cells',
      () => padBackward(nine, nine, [0, 4], 'reflect')
    ],
    [
      'pad: circular needs a padding no larger than the input; right is 4, the input has 3 cells',
      () => pad(nine, { top: 3, bottom: 3, left: 3, right: 4 }, 'circular')
    ],
    ['pad: padding must be a whole number of at least 0, not -1', () => pad(nine, [0, -1])],
    [
      'pad: padding must be a whole number of at least 0, not 0.5',
      () => pad(nine, { top: 0, bottom: 0.5, left: 0, right: 0 })
    ],
    [
      "pad: the mode is 'zero', 'reflect', 'replicate' or 'circular', not mirror",
      () => pad(nine, 1, 'mirror' as PaddingMode)
    ]
  ])('%s', (message, action) => {
    expect(action).toThrow(SettingError);
    expect(action).toThrow(message);
  });

  it('takes images only, and a gradient of the shape of the output', () => {
    expect(() => pad(exactTensor([[1, 2]]), 1)).toThrow(ShapeError);
    expect(() => pad(exactTensor([[1, 2]]), 1)).toThrow('pad: the input must be [N, C, H, W]; it is [1, 2]');
    expect(() => padBackward(nine, nine, 1)).toThrow(ShapeError);
    expect(() => padBackward(nine, nine, 1)).toThrow(
      'padBackward: the gradient must have the shape of the output, [1, 1, 5, 5]; it is [1, 1, 3, 3]'
    );
  });

  it('takes and gives finite numbers only', () => {
    const infinite = { shape: [1, 1, 1, 1], data: new Float64Array([Infinity]) };
    expect(() => pad(infinite, 1)).toThrow(NonFiniteError);
    const largest = realTensor([[[[Number.MAX_VALUE, Number.MAX_VALUE, 0]]]]);
    expect(() => padBackward(largest, realTensor([[[[0]]]]), [0, 1], 'replicate')).toThrow(
      /^padBackward: the result must be finite/
    );
  });

  it('makes no tensor of more cells than the engine holds', () => {
    expect(() => pad(nine, 2 ** 13)).toThrow(TooLargeError);
  });
});
