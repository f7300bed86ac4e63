import {
  conv2d,
  exactTensor,
  KernelTooLargeError,
  matrix,
  SettingError,
  ShapeError,
  type ExactTensor
} from '$lib/engine';
import { convolutionTrace, windowTrace, type ConvolutionTrace, type Grain } from '$lib/trace';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WORKED_EXAMPLES } from '../data/worked-examples';
import { convolutions, wishes } from './arbitrary-settings';
import {
  at,
  countingUp,
  expectProducts,
  expectRandomAccess,
  expectSum,
  multiplications,
  numbersOf,
  walk
} from './laws';

const grains: readonly Grain[] = ['cell', 'product'];
const grain = fc.constantFrom(...grains);
const settings = convolutions.map(({ options, ...operands }) => ({ ...operands, ...options }));

/** The totals with which the cells are finished. */
function finalTotals(trace: ConvolutionTrace) {
  const { length } = trace.output().data;
  return Array.from({ length }, (_, cell) => trace.step(trace.stepAfter(cell + 1)).total);
}

describe('any step of any convolution', () => {
  it('shows products of value and weight that add up, channel by channel, then with the bias, to its total', () => {
    fc.assert(
      fc.property(settings, grain, (settings, grain) => {
        const trace = convolutionTrace(settings, grain);
        for (const { terms, done, channelSums, bias, total } of walk(trace).slice(1)) {
          expectProducts(terms);
          const shown = terms.slice(0, done);
          const firstChannel = terms[0]?.channel ?? 0;
          channelSums.forEach((sum, channel) => {
            const own = shown.filter((term) => term.channel === firstChannel + channel);
            expectSum(
              own.map(({ product }) => product),
              sum
            );
          });
          expect(channelSums).toHaveLength(settings.weight.shape[1] as number);
          expectSum([...channelSums, ...(bias ? [bias] : [])], total);
        }
      }),
      { numRuns: 40 }
    );
  });

  it('meets the input and the weights where the definition says, padding being 0', () => {
    fc.assert(
      fc.property(settings, (settings) => {
        const { input, weight, groups } = settings;
        const trace = convolutionTrace(settings, 'cell');
        const { geometry } = trace;
        const { stride, dilation, padding } = geometry;
        const [filters = 0, groupChannels = 0] = weight.shape;
        for (const { image, filter, cell, window, terms } of walk(trace).slice(1)) {
          if (image === null || filter === null || !cell) throw new Error('a step without a place');
          expect(window).toEqual({ row: cell.row * stride.height, column: cell.column * stride.width });
          const firstChannel = Math.floor((filter * groups) / filters) * groupChannels;
          for (const term of terms) {
            const { channel, kernelRow, kernelColumn, paddedRow, paddedColumn } = term;
            expect(paddedRow).toBe(cell.row * stride.height + kernelRow * dilation.height);
            expect(paddedColumn).toBe(cell.column * stride.width + kernelColumn * dilation.width);
            expect(term.weight).toBe(at(weight, filter, channel - firstChannel, kernelRow, kernelColumn));
            const [row, column] = [paddedRow - padding.top, paddedColumn - padding.left];
            const isInside =
              row >= 0 && row < geometry.input.height && column >= 0 && column < geometry.input.width;
            expect(term.isPadding).toBe(!isInside);
            if (isInside) expect(term.value).toBe(at(input, image, channel, row, column));
            else expect(term.value.valueOf()).toBe(0);
          }
          const kernelCells = terms.map((term) => [term.channel, term.kernelRow, term.kernelColumn].join());
          expect(new Set(kernelCells).size).toBe(trace.taps);
        }
      }),
      { numRuns: 40 }
    );
  });

  it('ends, cell for cell, in the output of conv2d', () => {
    fc.assert(
      fc.property(settings, grain, ({ input, weight, ...options }, grain) => {
        const trace = convolutionTrace({ input, weight, ...options }, grain);
        const output = conv2d(input, weight, options);
        expect(trace.output()).toEqual(output);
        expect(finalTotals(trace)).toEqual(output.data);
        expect(trace.step(trace.length).finished).toBe(output.data.length);
      })
    );
  });

  it('is the same whichever steps were asked for before', () => {
    fc.assert(
      fc.property(settings, grain, wishes, (settings, grain, wishes) => {
        expectRandomAccess(() => convolutionTrace(settings, grain), wishes);
      }),
      { numRuns: 30 }
    );
  });

  it('at grain cell is the last moment of its cell at grain product', () => {
    fc.assert(
      fc.property(settings, (settings) => {
        const cells = convolutionTrace(settings, 'cell');
        const products = convolutionTrace(settings, 'product');
        for (let index = 0; index <= cells.length; index++) {
          const finer = products.stepAfter(index);
          expect(products.step(finer)).toEqual({ ...cells.step(index), index: finer });
          expect(cells.stepAfter(products.step(finer).finished)).toBe(index);
        }
      }),
      { numRuns: 30 }
    );
  });
});

describe('the order of a convolution', () => {
  const tensors = { input: countingUp([2, 1, 2, 2]), weight: countingUp([3, 1, 1, 1]) };

  it('is image by image, filter by filter, and each map in reading order', () => {
    const steps = walk(convolutionTrace(tensors, 'cell')).slice(1);
    const places = steps.map(({ image, filter, cell }) => [image, filter, cell?.row, cell?.column]);
    const expected = [0, 1].flatMap((image) =>
      [0, 1, 2].flatMap((filter) =>
        [0, 1].flatMap((row) => [0, 1].map((column) => [image, filter, row, column]))
      )
    );
    expect(places).toEqual(expected);
  });

  it('never lets images of a batch meet: each has the steps that it would have alone', () => {
    const { input, weight } = tensors;
    const batch = convolutionTrace(tensors, 'product');
    const half = batch.length / 2;
    [0, 1].forEach((image) => {
      const alone = convolutionTrace(
        { input: exactTensor([1, 1, 2, 2], input.data.slice(4 * image, 4 * image + 4)), weight },
        'product'
      );
      walk(alone)
        .slice(1)
        .forEach(({ terms, total, filter, cell }, index) => {
          expect(batch.step(image * half + index + 1)).toMatchObject({ image, filter, cell, terms, total });
        });
    });
  });
});

describe('the cost of a step', () => {
  it.each(grains)('is one window wherever it lies (%s)', (grain) => {
    const trace = convolutionTrace(
      {
        input: countingUp([2, 2, 6, 6]),
        weight: countingUp([3, 2, 2, 3]),
        bias: countingUp([3]),
        padding: 1
      },
      grain
    );
    for (const index of [1, 2, Math.floor(trace.length / 2), trace.length - 1, trace.length]) {
      expect(multiplications(() => trace.step(index))).toBe(2 * 2 * 3);
      expect(multiplications(() => trace.windowAt(index))).toBe(0);
      // Stage, caption and live region ask for the same moment.
      expect(multiplications(() => trace.step(index))).toBe(0);
    }
  });
});

describe('worked examples', () => {
  it.each(WORKED_EXAMPLES)('$id', ({ input, kernel, stride, padding, output }) => {
    const weight = matrix(kernel);
    const trace = convolutionTrace({ input: matrix(input), weight, stride, padding }, 'product');
    expect(finalTotals(trace).map((total) => total.valueOf())).toEqual(output.flat());
    const window = windowTrace({ input: matrix(input), kernel: weight, stride, padding }, 'product');
    expect(walk(window)).toEqual(walk(trace));
  });

  // "Dive into Deep Learning", section 7.4 (multiple input and multiple output channels).
  const input = exactTensor([
    [
      [
        [0, 1, 2],
        [3, 4, 5],
        [6, 7, 8]
      ],
      [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9]
      ]
    ]
  ]);
  const filter = (plus: number) =>
    [
      [
        [0, 1],
        [2, 3]
      ],
      [
        [1, 2],
        [3, 4]
      ]
    ].map((plane) => plane.map((row) => row.map((weight) => weight + plus)));

  it('two channels under one filter: the book has 56 = 19 + 37, 72, 104, 120', () => {
    const trace = convolutionTrace({ input, weight: exactTensor([filter(0)]) }, 'cell');
    expect(trace.step(1).channelSums.map(Number)).toEqual([19, 37]);
    expect(numbersOf({ data: finalTotals(trace) })).toEqual([56, 72, 104, 120]);
  });

  it('three filters make three maps, one after the other', () => {
    const trace = convolutionTrace({ input, weight: exactTensor([filter(0), filter(1), filter(2)]) }, 'cell');
    expect(numbersOf({ data: finalTotals(trace) })).toEqual(
      [
        [56, 72, 104, 120],
        [76, 100, 148, 172],
        [96, 128, 192, 224]
      ].flat()
    );
    expect(trace.step(trace.stepAfter(4) + 1)).toMatchObject({ filter: 1, cell: { row: 0, column: 0 } });
  });

  it('red, green, blue and bias are summed one after the other', () => {
    const trace = convolutionTrace(
      {
        input: rgb([1, 2, 3, 4], [0, 1, 1, 0], [2, 1, 0, 2]),
        weight: rgb([1, 0, 0, 1], [1, 1, 1, 1], [0, 3, -1, 0]),
        bias: exactTensor([-4])
      },
      'product'
    );
    const moments = walk(trace).map(({ channelSums, bias, total, finished }) => [
      channelSums.map(Number).join(' '),
      bias && Number(bias),
      Number(total),
      finished
    ]);
    expect(moments).toEqual([
      ['', null, 0, 0],
      ['1 0 0', null, 1, 0],
      ['1 0 0', null, 1, 0],
      ['1 0 0', null, 1, 0],
      ['5 0 0', null, 5, 0],
      ['5 0 0', null, 5, 0],
      ['5 1 0', null, 6, 0],
      ['5 2 0', null, 7, 0],
      ['5 2 0', null, 7, 0],
      ['5 2 0', null, 7, 0],
      ['5 2 3', null, 10, 0],
      ['5 2 3', null, 10, 0],
      ['5 2 3', null, 10, 0],
      ['5 2 3', -4, 6, 1]
    ]);
  });
});

describe('what cannot be convolved cannot be traced', () => {
  it.each([
    [
      'channels that differ',
      ShapeError,
      { input: countingUp([1, 2, 2, 2]), weight: countingUp([1, 3, 1, 1]) }
    ],
    [
      'a bias too many',
      ShapeError,
      { input: countingUp([1, 1, 1, 1]), weight: countingUp([1, 1, 1, 1]), bias: countingUp([2]) }
    ],
    [
      'half a stride',
      SettingError,
      { input: countingUp([1, 1, 2, 2]), weight: countingUp([1, 1, 1, 1]), stride: 0.5 }
    ],
    [
      'a large kernel',
      KernelTooLargeError,
      { input: countingUp([1, 1, 2, 2]), weight: countingUp([1, 1, 3, 1]) }
    ]
  ])('%s', (_, error, settings) => {
    expect(() => convolutionTrace(settings, 'cell')).toThrow(error);
  });
});

/** One image, or one filter, of three 2×2 channels. */
function rgb(...channels: [number[], number[], number[]]): ExactTensor {
  return exactTensor([1, 3, 2, 2], channels.flat());
}
