import {
  col2im,
  conv2d,
  conv2dByMatrixProduct,
  exactTensor,
  fold,
  Fraction,
  im2col,
  KernelTooLargeError,
  matmul,
  matrix,
  MOST_CELLS,
  NonFiniteError,
  outputLength,
  realTensor,
  SettingError,
  ShapeError,
  tensor,
  TooLargeError,
  toReal,
  unfold,
  visitCounts,
  windowGeometry,
  type ExactTensor,
  type RealTensor,
  type WindowOptions
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyday, tensorsOf, whole } from '../data/arbitraries';
import { range } from '../data/brute-convolution';
import { convolutionCases, wildData, type ConvolutionCase } from '../data/convolution-cases';
import { cellsIn, expectClose, expectSameNumbers, thrownBy, weightedExactly } from '../data/gradients';

type Four = [number, number, number, number];

const wholes = whole.map((value) => new Fraction(value));
const line = (...cells: number[]) => exactTensor([[[cells]]]);
const transposed = ({ shape: [rows, columns], data }: ExactTensor): ExactTensor =>
  tensor(
    [columns as number, rows as number],
    range(columns as number).flatMap((column) =>
      range(rows as number).map((row) => data[row * (columns as number) + column] as Fraction)
    )
  );

/** Windows of a convolution's setting, whatever its filters. */
function windowsOf({ weight, options }: ConvolutionCase) {
  const { stride, padding, dilation } = options;
  const kernelSize = weight.shape.slice(2) as [number, number];
  return { kernelSize, options: { stride, padding, dilation } satisfies WindowOptions };
}

describe('im2col', () => {
  it('puts one window in a row, channel by channel in reading order', () => {
    const image = exactTensor([
      [
        [
          [1, 2, 3],
          [4, 5, 6]
        ],
        [
          [10, 20, 30],
          [40, 50, 60]
        ]
      ]
    ]);
    expect(im2col(image, 2)).toEqual(
      exactTensor([
        [1, 2, 4, 5, 10, 20, 40, 50],
        [2, 3, 5, 6, 20, 30, 50, 60]
      ])
    );
  });

  it('writes zeros for the padding, and image after image', () => {
    const images = exactTensor([[[[1, 2]]], [[[3, 4]]]]);
    expect(im2col(images, [1, 2], { padding: [0, 1] })).toEqual(
      exactTensor([
        [0, 1],
        [1, 2],
        [2, 0],
        [0, 3],
        [3, 4],
        [4, 0]
      ])
    );
  });

  it('takes stride, dilation and uneven padding', () => {
    expect(im2col(line(1, 2, 3, 4, 5), [1, 2], { stride: [1, 2], dilation: [1, 2] })).toEqual(
      exactTensor([
        [1, 3],
        [3, 5]
      ])
    );
    const behind = { top: 0, bottom: 0, left: 0, right: 1 };
    expect(im2col(line(1, 2), [1, 2], { padding: behind })).toEqual(
      exactTensor([
        [1, 2],
        [2, 0]
      ])
    );
    expect(im2col(line(1, 2), [1, 2], { padding: 'same' })).toEqual(
      im2col(line(1, 2), [1, 2], { padding: behind })
    );
  });

  it('times the filters is the convolution, exactly', () => {
    fc.assert(
      fc.property(
        convolutionCases().filter(({ options }) => options.groups === 1),
        (setting) => {
          const { input, weight, options } = setting;
          const { kernelSize, options: windowOptions } = windowsOf(setting);
          const windows = im2col(input, kernelSize, windowOptions);
          const [filters] = weight.shape as Four;
          const filterRows = tensor([filters, cellsIn(weight.shape) / filters], weight.data);
          const product = matmul(windows, transposed(filterRows));
          const maps = conv2d(input, weight, options);
          const [images, , height, width] = maps.shape as Four;
          expect(product.shape).toEqual([images * height * width, filters]);
          maps.data.forEach((value, cell) => {
            const place = cell % (height * width);
            const filter = Math.floor(cell / (height * width)) % filters;
            const image = Math.floor(cell / (height * width * filters));
            const row = image * height * width + place;
            expect(product.data[row * filters + filter]?.equals(value)).toBe(true);
          });
        }
      )
    );
  });

  it('leaves stride 1, no padding and no dilation unless told', () => {
    const image = exactTensor([2, 3, 4, 3], wildData(72));
    const spelled = { stride: 1, padding: 0, dilation: 1 };
    expect(im2col(image, 2)).toEqual(im2col(image, [2, 2], spelled));
    expect(unfold(image, 2)).toEqual(unfold(image, [2, 2], spelled));
    const columns = unfold(image, 2);
    expect(fold(columns, [4, 3], 2)).toEqual(fold(columns, [4, 3], [2, 2], spelled));
    expect(col2im(im2col(image, 2), image.shape, 2)).toEqual(
      col2im(im2col(image, 2), image.shape, [2, 2], spelled)
    );
  });
});

describe('unfold', () => {
  it('is, for one image, the transpose of im2col', () => {
    fc.assert(
      fc.property(
        convolutionCases().filter(({ input }) => input.shape[0] === 1),
        (setting) => {
          const { kernelSize, options } = windowsOf(setting);
          const columns = unfold(setting.input, kernelSize, options);
          const [one, rows, count] = columns.shape as [number, number, number];
          expect(one).toBe(1);
          expect(tensor([rows, count], columns.data)).toEqual(
            transposed(im2col(setting.input, kernelSize, options))
          );
        }
      )
    );
  });

  it('does every image by itself', () => {
    fc.assert(
      fc.property(convolutionCases(), (setting) => {
        const { kernelSize, options } = windowsOf(setting);
        const { shape, data } = setting.input;
        const [images, ...rest] = shape as Four;
        const cells = cellsIn(rest);
        const alone = range(images).map((image) =>
          unfold(tensor([1, ...rest], data.slice(image * cells, (image + 1) * cells)), kernelSize, options)
        );
        const together = unfold(setting.input, kernelSize, options);
        expect(together.shape).toEqual([images, ...(alone[0]?.shape.slice(1) ?? [])]);
        expect(together.data).toEqual(alone.flatMap((part) => part.data));
      })
    );
  });

  // The examples of https://docs.pytorch.org/docs/stable/generated/torch.nn.Unfold.html and torch.nn.Fold.html
  it('has the shapes of the examples of PyTorch', () => {
    expect(unfold(realTensor([2, 5, 3, 4], wildData(120)), [2, 3]).shape).toEqual([2, 30, 4]);
    expect(unfold(realTensor([1, 3, 10, 12], wildData(360)), [4, 5]).shape).toEqual([1, 60, 56]);
    expect(fold(realTensor([1, 12, 12], wildData(144)), [4, 5], [2, 2]).shape).toEqual([1, 3, 4, 5]);
  });

  it('times the filters is the convolution: the example of PyTorch', () => {
    // "Convolution is equivalent with Unfold + Matrix Multiplication + Fold (or view to output shape)"
    const image = realTensor([1, 3, 10, 12], wildData(360));
    const weight = realTensor([2, 3, 4, 5], wildData(120, 360));
    const columns = unfold(image, [4, 5]);
    const product = matmul(realTensor([2, 60], weight.data), realTensor([60, 56], columns.data));
    const maps = fold(realTensor([1, 2, 56], product.data), [7, 8], [1, 1]);
    const expected = conv2d(image, weight);
    expect(maps.shape).toEqual(expected.shape);
    expectClose(maps.data, expected.data);
  });
});

describe('fold and col2im', () => {
  it('worked by hand: what overlaps is added, what lies on the padding is dropped', () => {
    expect(
      col2im(
        exactTensor([
          [1, 2],
          [10, 20],
          [100, 200]
        ]),
        [1, 1, 1, 2],
        [1, 2],
        { padding: [0, 1] }
      )
    ).toEqual(line(12, 120));
    expect(
      fold(
        exactTensor([
          [
            [1, 10, 100],
            [2, 20, 200]
          ]
        ]),
        [1, 2],
        [1, 2],
        { padding: [0, 1] }
      )
    ).toEqual(line(12, 120));
  });

  it('of what unfold and im2col took apart are the input times the number of visits', () => {
    fc.assert(
      fc.property(convolutionCases(), (setting) => {
        const { kernelSize, options } = windowsOf(setting);
        const { input } = setting;
        const [, , height, width] = input.shape as Four;
        // How often windows begin so that a tap falls on the cell: counted tap by tap.
        const visited = setting.spelled;
        const visits = (axis: 0 | 1, length: number, before: number, after: number) => {
          const span = (kernelSize[axis] - 1) * visited.dilation[axis] + 1;
          const counts = new Array<number>(length).fill(0);
          for (let begin = -before; begin + span <= length + after; begin += visited.stride[axis]) {
            for (const tap of range(kernelSize[axis])) {
              const cell = begin + tap * visited.dilation[axis];
              if (cell >= 0 && cell < length) counts[cell] = (counts[cell] as number) + 1;
            }
          }
          return counts;
        };
        const down = visits(0, height, visited.sides.top, visited.sides.bottom);
        const across = visits(1, width, visited.sides.left, visited.sides.right);
        const expected = tensor(
          input.shape,
          input.data.map((value, cell) =>
            value.mul((down[Math.floor(cell / width) % height] as number) * (across[cell % width] as number))
          )
        );
        expect(fold(unfold(input, kernelSize, options), [height, width], kernelSize, options)).toEqual(
          expected
        );
        expect(col2im(im2col(input, kernelSize, options), input.shape, kernelSize, options)).toEqual(
          expected
        );
      })
    );
  });

  it('count the visits of the geometry: those of a window over ones', () => {
    const ones = realTensor([1, 1, 5, 6], new Array<number>(30).fill(1));
    const options = { stride: [1, 2] as const, dilation: [2, 1] as const };
    const counts = visitCounts(windowGeometry({ height: 5, width: 6 }, { height: 2, width: 3 }, options));
    expect(Array.from(fold(unfold(ones, [2, 3], options), [5, 6], [2, 3], options).data)).toEqual(
      counts.flat()
    );
  });

  it('are the adjoints, which are the gradients, of unfold and im2col', () => {
    const pairs = convolutionCases().chain((setting) => {
      const { kernelSize, options } = windowsOf(setting);
      return fc.record({
        input: fc.constant(setting.input),
        kernelSize: fc.constant(kernelSize),
        options: fc.constant(options),
        rows: tensorsOf(im2col(setting.input, kernelSize, options).shape, everyday),
        columns: tensorsOf(unfold(setting.input, kernelSize, options).shape, everyday)
      });
    });
    fc.assert(
      fc.property(pairs, ({ input, kernelSize, options, rows, columns }) => {
        const [, , height, width] = input.shape as Four;
        expect(weightedExactly(rows, im2col(input, kernelSize, options)).toFraction()).toBe(
          weightedExactly(input, col2im(rows, input.shape, kernelSize, options)).toFraction()
        );
        expect(weightedExactly(columns, unfold(input, kernelSize, options)).toFraction()).toBe(
          weightedExactly(input, fold(columns, [height, width], kernelSize, options)).toFraction()
        );
      })
    );
  });

  it('keep single precision but add in double', () => {
    // 2²⁴ + 1 is no number of single precision; 2²⁴ + 1 + 1 is.
    const columns = realTensor([3, 3], Float32Array.of(0, 0, 2 ** 24, 0, 1, 0, 1, 0, 0));
    const found = col2im(columns, [1, 1, 1, 5], [1, 3]);
    expect(found.data).toBeInstanceOf(Float32Array);
    expect(Array.from(found.data)).toEqual([0, 0, 2 ** 24 + 2, 0, 0]);
    expect(im2col(found, [1, 3]).data).toBeInstanceOf(Float32Array);
  });
});

describe('conv2dByMatrixProduct', () => {
  it('is conv2d, exactly, with every option', () => {
    fc.assert(
      fc.property(convolutionCases(), ({ input, weight, bias, options }) => {
        expect(conv2dByMatrixProduct(input, weight, options)).toEqual(conv2d(input, weight, options));
        expect(conv2dByMatrixProduct(input, weight, { ...options, bias })).toEqual(
          conv2d(input, weight, { ...options, bias })
        );
      }),
      { numRuns: 150 }
    );
  });

  it('is conv2d in real numbers', () => {
    fc.assert(
      fc.property(convolutionCases(wholes), ({ input, weight, bias, options }) => {
        const exact = conv2d(input, weight, { ...options, bias });
        expectSameNumbers(
          exact,
          conv2dByMatrixProduct(toReal(input), toReal(weight), { ...options, bias: toReal(bias) })
        );
      })
    );
    const [input, weight] = [
      realTensor([2, 3, 6, 5], wildData(180)),
      realTensor([4, 3, 3, 2], wildData(72, 180))
    ];
    expectClose(conv2dByMatrixProduct(input, weight).data, conv2d(input, weight).data);
  });

  it('refuses a matrix of windows that is too large where the convolution itself is not', () => {
    const options = { stride: 2, padding: 4100 };
    expect(outputLength(1, 4, 2, 4100) ** 2).toBeLessThan(MOST_CELLS);
    const [input, weight] = [realTensor([1, 1, 1, 1], [1]), realTensor([1, 1, 4, 4], wildData(16))];
    expect(() => conv2dByMatrixProduct(input, weight, options)).toThrow(TooLargeError);
  });

  it('keeps single precision', () => {
    const [input, weight] = [
      realTensor([1, 1, 1, 2], Float32Array.of(2, 3)),
      realTensor([1, 1, 1, 1], Float32Array.of(5))
    ];
    expect(conv2dByMatrixProduct(input, weight)).toEqual(realTensor([1, 1, 1, 2], Float32Array.of(10, 15)));
  });
});

describe('im2col, col2im, unfold, fold and windows in real numbers', () => {
  it('are what they are in fractions', () => {
    fc.assert(
      fc.property(convolutionCases(wholes), (setting) => {
        const { kernelSize, options } = windowsOf(setting);
        const { input } = setting;
        const [, , height, width] = input.shape as Four;
        const rows = im2col(input, kernelSize, options);
        const columns = unfold(input, kernelSize, options);
        expectSameNumbers(rows, im2col(toReal(input), kernelSize, options));
        expectSameNumbers(columns, unfold(toReal(input), kernelSize, options));
        expectSameNumbers(
          col2im(rows, input.shape, kernelSize, options),
          col2im(toReal(rows), input.shape, kernelSize, options)
        );
        expectSameNumbers(
          fold(columns, [height, width], kernelSize, options),
          fold(toReal(columns), [height, width], kernelSize, options)
        );
      })
    );
  });
});

describe('what they refuse', () => {
  const ones = (...shape: number[]) =>
    exactTensor(
      shape,
      Array.from({ length: cellsIn(shape) }, () => 1)
    );
  const square = matrix([
    [1, 2],
    [3, 4]
  ]);
  const real = (shape: number[], ...data: number[]) => ({ shape, data: Float64Array.from(data) });

  it.each<[string, () => unknown, new (...args: never[]) => Error, string]>([
    [
      'a matrix',
      () => im2col(ones(2, 2), 1),
      ShapeError,
      'im2col: the input must be [N, C, H, W]; it is [2, 2]'
    ],
    ['a list', () => unfold(ones(2), 1), ShapeError, 'unfold: the input must be [N, C, H, W]; it is [2]'],
    [
      'a kernel of no cell',
      () => im2col(square, [0, 1]),
      SettingError,
      'im2col: the kernel length must be a whole number of at least 1, not 0 (input is [1, 1, 2, 2], kernel is 0×1)'
    ],
    [
      'a broken kernel',
      () => unfold(square, 1.5),
      SettingError,
      'unfold: the kernel length must be a whole number of at least 1, not 1.5 (input is [1, 1, 2, 2], kernel is 1.5×1.5)'
    ],
    [
      'a stride of 0',
      () => im2col(square, 1, { stride: 0 }),
      SettingError,
      'im2col: stride must be a whole number of at least 1, not 0 (input is [1, 1, 2, 2], kernel is 1×1)'
    ],
    [
      'a negative padding',
      () => unfold(square, 1, { padding: -1 }),
      SettingError,
      'unfold: padding must be a whole number of at least 0, not -1 (input is [1, 1, 2, 2], kernel is 1×1)'
    ],
    [
      'a window that does not fit',
      () => im2col(square, 3),
      KernelTooLargeError,
      'im2col: a kernel of length 3 does not fit into a padded input of length 2; enlarge the input or the padding, or shrink the kernel (input is [1, 1, 2, 2], kernel is 3×3)'
    ],
    [
      'an input that is not a number',
      () => im2col(real([1, 1, 1, 2], 0, NaN), 1),
      NonFiniteError,
      'im2col: input must be finite; entry 1 of [1, 1, 1, 2] is NaN'
    ],
    [
      'too many windows, before any is laid out',
      () => im2col(real([1, 1, 1, 1], 0), 5000, { padding: 6000 }),
      TooLargeError,
      'im2col: a tensor has at most 67108864 cells; [49028004, 25000000] would have 1225700100000000'
    ],
    [
      'columns that other windows make',
      () => col2im(ones(4, 3), [1, 1, 3, 3], 2),
      ShapeError,
      'col2im: 2×2 windows of 4 taps on [1, 1, 3, 3] make [4, 4]; the columns are [4, 3]'
    ],
    [
      'columns of three dimensions',
      () => col2im(ones(1, 4, 4), [1, 1, 3, 3], 2),
      ShapeError,
      'col2im: 2×2 windows of 4 taps on [1, 1, 3, 3] make [4, 4]; the columns are [1, 4, 4]'
    ],
    [
      'a shape that is no image',
      () => col2im(ones(4, 4), [3, 3], 2),
      ShapeError,
      'col2im: the input must be [N, C, H, W]; it is [3, 3]'
    ],
    [
      'a shape of half an image',
      () => col2im(ones(2, 4), [0.5, 1, 3, 3], 2),
      ShapeError,
      'col2im: a shape has positive whole lengths, not [0.5, 1, 3, 3]'
    ],
    [
      'columns that are not finite',
      () => col2im(real([1, 1], Infinity), [1, 1, 1, 1], 1),
      NonFiniteError,
      'col2im: columns must be finite; entry 0 of [1, 1] is Infinity'
    ],
    [
      'a sum too large for the precision',
      () => col2im(real([2, 2], 0, 1.5e308, 1.5e308, 0), [1, 1, 1, 3], [1, 2]),
      NonFiniteError,
      'col2im: the result must be finite; entry 1 of [1, 1, 1, 3] is Infinity'
    ],
    [
      'columns of two dimensions',
      () => fold(ones(4, 4), 3, 2),
      ShapeError,
      'fold: the columns must be [N, C·FH·FW, L]; they are [4, 4]'
    ],
    [
      'columns of broken channels',
      () => fold(ones(1, 6, 4), 3, 2),
      ShapeError,
      'fold: a column has 4 entries for each channel, so its length must be a multiple of that; the columns are [1, 6, 4]'
    ],
    [
      'another number of columns',
      () => fold(ones(1, 8, 5), 3, 2),
      ShapeError,
      'fold: 2×2 windows of 8 taps on [1, 2, 3, 3] make [1, 8, 4]; the columns are [1, 8, 5]'
    ],
    [
      'a broken output',
      () => fold(ones(1, 4, 4), 2.5, 2),
      SettingError,
      'fold: the input length must be a whole number of at least 1, not 2.5'
    ],
    [
      'channels that differ',
      () => conv2dByMatrixProduct(ones(1, 2, 1, 1), ones(1, 3, 1, 1)),
      ShapeError,
      'conv2dByMatrixProduct: input has 2 channels, each filter has 3; they must be equal (weight is [1, 3, 1, 1])'
    ],
    [
      'biases of other number',
      () => conv2dByMatrixProduct(ones(1, 2, 1, 1), ones(1, 2, 1, 1), { bias: ones(2) }),
      ShapeError,
      'conv2dByMatrixProduct: there must be one bias for each of the 1 filters; bias is [2]'
    ],
    [
      'fractions and real numbers together',
      () => conv2dByMatrixProduct<ExactTensor | RealTensor>(real([1, 1, 1, 1], 0), ones(1, 1, 1, 1)),
      ShapeError,
      'conv2dByMatrixProduct: input is real and weight is exact; all operands must be of one number system'
    ],
    [
      'a result of too many cells, before anything is computed',
      () =>
        conv2dByMatrixProduct(real([1, 1, 1, 1], 1), realTensor([9, 1, 1, 1], wildData(9)), {
          padding: 1500
        }),
      TooLargeError,
      'conv2dByMatrixProduct: a tensor has at most 67108864 cells; [1, 9, 3001, 3001] would have 81054009'
    ],
    [
      'a result too large for the precision',
      () => conv2dByMatrixProduct(real([1, 1, 1, 1], 1e200), real([1, 1, 1, 1], 1e200)),
      NonFiniteError,
      'conv2dByMatrixProduct: the result must be finite; entry 0 of [1, 1] is Infinity'
    ]
  ])('%s', (_, action, kind, message) => {
    const error = thrownBy(action);
    expect(error).toBeInstanceOf(kind);
    expect((error as Error).message).toBe(message);
  });
});
