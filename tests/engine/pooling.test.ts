import {
  adaptiveAvgPool2d,
  avgPool2d,
  exactTensor,
  Fraction,
  globalAvgPool2d,
  matrix,
  maxPool2d,
  maxPool2dWithIndices,
  realTensor,
  rowsOf,
  sameTensor,
  toReal,
  type ExactTensor
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningsAlong, poolings, tapsAlong, wholeTensors, type PoolingSettings } from '../data/pooling';

const numbersOf = (pooled: ExactTensor) => rowsOf(pooled).map((row) => row.map((value) => value.valueOf()));

/** 0, 1, 2, ... or from another number on, row by row. */
const counting = (height: number, width: number, from = 0) =>
  exactTensor(
    [1, 1, height, width],
    Array.from({ length: height * width }, (_, index) => from + index)
  );

describe('published examples', () => {
  it('CS231n: the figure of max pooling, https://cs231n.github.io/convolutional-networks/#pool', () => {
    const input = matrix([
      [1, 1, 2, 4],
      [5, 6, 7, 8],
      [3, 2, 1, 0],
      [1, 2, 3, 4]
    ]);
    const { output, indices } = maxPool2dWithIndices(input, 2, { stride: 2 });
    expect(numbersOf(output)).toEqual([
      [6, 8],
      [3, 4]
    ]);
    expect(indices).toEqual([5, 7, 8, 15]);
  });

  it('Dumoulin and Visin, "A guide to convolution arithmetic", figures 1.5 and 1.6', () => {
    const input = matrix([
      [3, 3, 2, 1, 0],
      [0, 0, 1, 3, 1],
      [3, 1, 2, 2, 3],
      [2, 0, 0, 2, 2],
      [2, 0, 0, 0, 1]
    ]);
    const averages = avgPool2d(input, 3, { stride: 1 });
    expect(rowsOf(averages).map((row) => row.map((value) => value.valueOf().toFixed(1)))).toEqual([
      ['1.7', '1.7', '1.7'],
      ['1.0', '1.2', '1.8'],
      ['1.1', '0.8', '1.3']
    ]);
    expect(numbersOf(maxPool2d(input, 3, { stride: 1 }))).toEqual([
      [3, 3, 3],
      [3, 3, 3],
      [3, 2, 3]
    ]);
  });

  it('"Dive into Deep Learning", section 7.5: https://d2l.ai/chapter_convolutional-neural-networks/pooling.html', () => {
    expect(numbersOf(maxPool2d(counting(3, 3), 2, { stride: 1 }))).toEqual([
      [4, 5],
      [7, 8]
    ]);
    expect(numbersOf(avgPool2d(counting(3, 3), 2, { stride: 1 }))).toEqual([
      [2, 3],
      [5, 6]
    ]);
    // There it is nn.MaxPool2d(3): the stride is the size of the kernel, what is left over falls away.
    expect(numbersOf(maxPool2d(counting(4, 4), 3))).toEqual([[10]]);
    const halved = [
      [5, 7],
      [13, 15]
    ];
    expect(numbersOf(maxPool2d(counting(4, 4), 3, { padding: 1, stride: 2 }))).toEqual(halved);
    expect(numbersOf(maxPool2d(counting(4, 4), [2, 3], { padding: [0, 1], stride: [2, 3] }))).toEqual(halved);
    const twoChannels = exactTensor(
      [1, 2, 4, 4],
      Array.from({ length: 32 }, (_, index) => (index % 16) + Math.floor(index / 16))
    );
    const pooled = maxPool2d(twoChannels, 3, { padding: 1, stride: 2 });
    expect(pooled.shape).toEqual([1, 2, 2, 2]);
    expect(pooled.data.map((value) => value.valueOf())).toEqual([5, 7, 13, 15, 6, 8, 14, 16]);
  });

  // https://github.com/onnx/onnx/tree/main/onnx/backend/test/case/node
  it('ONNX maxpool.py: precomputed_pads with argmax', () => {
    const { output, indices } = maxPool2dWithIndices(counting(5, 5, 1), 5, { stride: 1, padding: 2 });
    const values = [
      [13, 14, 15, 15, 15],
      [18, 19, 20, 20, 20],
      [23, 24, 25, 25, 25],
      [23, 24, 25, 25, 25],
      [23, 24, 25, 25, 25]
    ];
    expect(numbersOf(output)).toEqual(values);
    expect(indices).toEqual(values.flat().map((value) => value - 1));
  });

  it('ONNX maxpool.py: precomputed_strides, ceil and dilations', () => {
    expect(numbersOf(maxPool2d(counting(5, 5, 1), 2))).toEqual([
      [7, 9],
      [17, 19]
    ]);
    const corners = [
      [11, 12],
      [15, 16]
    ];
    expect(numbersOf(maxPool2d(counting(4, 4, 1), 3, { stride: 2, ceilMode: true }))).toEqual(corners);
    expect(numbersOf(maxPool2d(counting(4, 4, 1), 2, { stride: 1, dilation: 2 }))).toEqual(corners);
  });

  it('ONNX averagepool.py: precomputed_pads, with the padding counted and not', () => {
    const input = counting(5, 5, 1);
    const options = { stride: 1, padding: 2 };
    expect(numbersOf(avgPool2d(input, 5, { ...options, countIncludePad: false }))).toEqual([
      [7, 7.5, 8, 8.5, 9],
      [9.5, 10, 10.5, 11, 11.5],
      [12, 12.5, 13, 13.5, 14],
      [14.5, 15, 15.5, 16, 16.5],
      [17, 17.5, 18, 18.5, 19]
    ]);
    expect(numbersOf(avgPool2d(input, 5, options))).toEqual([
      [2.52, 3.6, 4.8, 4.08, 3.24],
      [4.56, 6.4, 8.4, 7.04, 5.52],
      [7.2, 10, 13, 10.8, 8.4],
      [6.96, 9.6, 12.4, 10.24, 7.92],
      [6.12, 8.4, 10.8, 8.88, 6.84]
    ]);
  });

  it('ONNX averagepool.py: precomputed_strides and ceil', () => {
    expect(numbersOf(avgPool2d(counting(5, 5, 1), 2))).toEqual([
      [4, 6],
      [14, 16]
    ]);
    expect(numbersOf(avgPool2d(counting(4, 4, 1), 3, { stride: 2, ceilMode: true }))).toEqual([
      [6, 7.5],
      [12, 13.5]
    ]);
  });
});

describe('ceilMode', () => {
  it('leaves out a last window that would begin in the padding behind', () => {
    // 2 cells, padding 1, windows of 3 every 3: the second would begin at cell 2, behind the input.
    const input = matrix([
      [1, 2],
      [3, 4]
    ]);
    const pooled = avgPool2d(input, 3, { stride: 3, padding: 1, ceilMode: true });
    expect(numbersOf(pooled)).toEqual([[new Fraction(10, 9).valueOf()]]);
  });

  it('counts cells of the padding in the divisor, but none beyond it', () => {
    // Windows of 3 every 2 over 0 1 2 3 4 0: the last holds 4 and one cell of padding, the third lies outside.
    const row = matrix([[1, 2, 3, 4]]);
    const options = { stride: [1, 2], padding: [0, 1], ceilMode: true } as const;
    expect(numbersOf(avgPool2d(row, [1, 3], options))).toEqual([[1, 3, 2]]);
    expect(numbersOf(avgPool2d(row, [1, 3], { ...options, countIncludePad: false }))).toEqual([[1.5, 3, 4]]);
    expect(numbersOf(avgPool2d(row, [1, 3], { ...options, divisorOverride: 2 }))).toEqual([[1.5, 4.5, 2]]);
  });

  it('has one window when the kernel reaches over the end by less than a stride, as PyTorch has', () => {
    // pooling_output_shape: ⌊(1 − 2 + (2 − 1)) / 2⌋ + 1 = 1.
    expect(numbersOf(maxPool2d(matrix([[7]]), 2, { ceilMode: true }))).toEqual([[7]]);
    expect(numbersOf(avgPool2d(matrix([[7]]), 2, { ceilMode: true }))).toEqual([[7]]);
  });
});

/** The largest of each window of each plane, from the places of its taps: plain loops over plain arrays. */
function largestByHand(settings: PoolingSettings): { values: number[]; indices: number[] } {
  const [images, channels, height, width] = settings.input.shape as [number, number, number, number];
  const [rows, columns] = [tapsAlong(settings, 0), tapsAlong(settings, 1)];
  const values: number[] = [];
  const indices: number[] = [];
  for (let plane = 0; plane < images * channels; plane++) {
    for (const rowTaps of rows) {
      for (const columnTaps of columns) {
        const cells = rowTaps.flatMap((row) => columnTaps.map((column) => row * width + column));
        const found = cells.map((cell) =>
          (settings.input.data[plane * height * width + cell] as Fraction).valueOf()
        );
        const largest = Math.max(...found);
        values.push(largest);
        indices.push(cells[found.indexOf(largest)] as number);
      }
    }
  }
  return { values, indices };
}

/** Sum of each window over its divisor, as a fraction, from a padded copy of each plane. */
function averagesByHand(settings: PoolingSettings, countIncludePad: boolean): string[] {
  const { input, kernelSize, options } = settings;
  const [images, channels, height, width] = input.shape as [number, number, number, number];
  const { stride, padding, ceilMode } = options;
  const rows = beginningsAlong(height, kernelSize[0], stride[0], padding[0], ceilMode);
  const columns = beginningsAlong(width, kernelSize[1], stride[1], padding[1], ceilMode);
  const averages: string[] = [];
  for (let plane = 0; plane < images * channels; plane++) {
    const at = (row: number, column: number) =>
      (input.data[(plane * height + row) * width + column] as Fraction).valueOf();
    for (const top of rows) {
      for (const left of columns) {
        let sum = 0;
        let counted = 0;
        for (let row = top; row < top + kernelSize[0]; row++) {
          for (let column = left; column < left + kernelSize[1]; column++) {
            const isInside = row >= 0 && row < height && column >= 0 && column < width;
            const isPadded = row < height + padding[0] && column < width + padding[1];
            if (isInside) sum += at(row, column);
            if (isInside || (countIncludePad && isPadded)) counted++;
          }
        }
        averages.push(new Fraction(sum, counted).toFraction());
      }
    }
  }
  return averages;
}

describe('every setting, against the definition worked out cell by cell', () => {
  it('maxPool2dWithIndices', () => {
    fc.assert(
      fc.property(poolings(wholeTensors, 3), (settings) => {
        const { input, kernelSize, options, dilation } = settings;
        const expected = largestByHand(settings);
        for (const image of [input, toReal(input)]) {
          const { output, indices } = maxPool2dWithIndices(image, kernelSize, { ...options, dilation });
          expect(Array.from(output.data, Number)).toEqual(expected.values);
          expect(indices).toEqual(expected.indices);
        }
        expect(maxPool2d(input, kernelSize, { ...options, dilation }).shape).toEqual([
          input.shape[0],
          input.shape[1],
          tapsAlong(settings, 0).length,
          tapsAlong(settings, 1).length
        ]);
      }),
      { numRuns: 300 }
    );
  });

  it('avgPool2d', () => {
    fc.assert(
      fc.property(poolings(), fc.boolean(), (settings, countIncludePad) => {
        const { input, kernelSize, options } = settings;
        const pooled = avgPool2d(input, kernelSize, { ...options, countIncludePad });
        expect(pooled.data.map((value) => value.toFraction())).toEqual(
          averagesByHand(settings, countIncludePad)
        );
      }),
      { numRuns: 300 }
    );
  });

  it('adaptiveAvgPool2d, also to more cells than there are', () => {
    const side = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(
        fc.tuple(side, side).chain(([height, width]) => wholeTensors([1, 2, height, width])),
        side,
        side,
        (input, outputHeight, outputWidth) => {
          const [, channels, height, width] = input.shape as [number, number, number, number];
          // Cell x belongs to window i of O when the intervals [x, x + 1) and [i·N / O, (i + 1)·N / O) overlap.
          const isIn = (cell: number, length: number, window: number, windows: number) =>
            cell * windows < (window + 1) * length && (cell + 1) * windows > window * length;
          const expected: string[] = [];
          for (let channel = 0; channel < channels; channel++) {
            for (let row = 0; row < outputHeight; row++) {
              for (let column = 0; column < outputWidth; column++) {
                const cells = input.data.slice(channel * height * width, (channel + 1) * height * width);
                const inside = cells.filter(
                  (_, index) =>
                    isIn(Math.floor(index / width), height, row, outputHeight) &&
                    isIn(index % width, width, column, outputWidth)
                );
                const sum = inside.reduce((total, value) => total + value.valueOf(), 0);
                expected.push(new Fraction(sum, inside.length).toFraction());
              }
            }
          }
          const pooled = adaptiveAvgPool2d(input, [outputHeight, outputWidth]);
          expect(pooled.shape).toEqual([1, channels, outputHeight, outputWidth]);
          expect(pooled.data.map((value) => value.toFraction())).toEqual(expected);
        }
      )
    );
  });

  it('globalAvgPool2d is the mean of each plane', () => {
    const images = exactTensor([2, 2, 1, 3], [1, 2, 3, 4, 5, 6, 0, 0, 1, -1, 0, 1]);
    const pooled = globalAvgPool2d(images);
    expect(pooled.shape).toEqual([2, 2, 1, 1]);
    expect(sameTensor(pooled, exactTensor([2, 2, 1, 1], [2, 5, '1/3', 0]))).toBe(true);
  });
});

describe('the two number systems', () => {
  it('give the same averages, to the rounding of one division', () => {
    fc.assert(
      fc.property(poolings(), fc.boolean(), (settings, countIncludePad) => {
        const { input, kernelSize, options } = settings;
        const exact = avgPool2d(input, kernelSize, { ...options, countIncludePad });
        const real = avgPool2d(toReal(input), kernelSize, { ...options, countIncludePad });
        // Sums of small whole numbers are exact in double precision, and the one division is rounded once.
        expect(Array.from(real.data)).toEqual(exact.data.map((value) => value.valueOf()));
      })
    );
  });

  it('keep the precision of the input, and sum in double precision', () => {
    const single = realTensor([1, 1, 1, 4], new Float32Array([2 ** 24, 1, 1, -(2 ** 24)]));
    const mean = globalAvgPool2d(single);
    expect(mean.data).toBeInstanceOf(Float32Array);
    // 2²⁴ + 1 is not a number of single precision: summed in it, the ones would be lost.
    expect(mean.data[0]).toBe(0.5);
    expect(maxPool2d(single, [1, 2]).data).toEqual(new Float32Array([2 ** 24, 1]));
  });
});
