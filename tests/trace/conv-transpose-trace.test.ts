import { convTranspose2d, exactTensor, Fraction, matrix, ShapeError } from '$lib/engine';
import {
  convTransposeTrace,
  type ConvTransposeSettings,
  type ConvTransposeTrace,
  type Grain
} from '$lib/trace';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transposedConvolutions, wishes } from './arbitrary-settings';
import {
  at,
  countingUp,
  expectProducts,
  expectRandomAccess,
  expectSum,
  flatIndex,
  multiplications,
  numbersOf,
  walk
} from './laws';

const grain = fc.constantFrom<Grain>('cell', 'product');
const settings = transposedConvolutions.map(({ options, ...operands }) => ({ ...operands, ...options }));

/** All sums of the output at one step. */
function sumsAt(trace: ConvTransposeTrace, index: number): Fraction[] {
  const [images = 0, filters = 0, height = 0, width = 0] = trace.output().shape;
  const sums: Fraction[] = [];
  for (let image = 0; image < images; image++) {
    for (let filter = 0; filter < filters; filter++) {
      for (let row = 0; row < height; row++) {
        for (let column = 0; column < width; column++) {
          sums.push(trace.sumAt(index, { image, filter, row, column }));
        }
      }
    }
  }
  return sums;
}

describe('any transposed convolution', () => {
  it('ends in the output of convTranspose2d', () => {
    fc.assert(
      fc.property(settings, grain, ({ input, weight, ...options }, grain) => {
        const trace = convTransposeTrace({ input, weight, ...options }, grain);
        const output = convTranspose2d(input, weight, options);
        expect(trace.output()).toEqual(output);
        expect(sumsAt(trace, trace.length)).toEqual(output.data);
        expect(sumsAt(trace, 0).every((sum) => sum.valueOf() === 0)).toBe(true);
      })
    );
  });

  it('stamp by stamp, adds the products shown to the output, and shows the sums before and after', () => {
    fc.assert(
      fc.property(settings, (settings) => {
        const trace = convTransposeTrace(settings, 'cell');
        const { shape } = trace.output();
        const { padding } = trace.geometry;
        const canvas = trace.output().data.map(() => new Fraction(0));
        for (const { image, terms, bias, done, index } of walk(trace).slice(1)) {
          expectProducts(terms);
          expect(done).toBe(bias ? 0 : trace.taps);
          for (const { filter, paddedRow, paddedColumn, isCropped, product, before, after } of terms) {
            const [row, column] = [paddedRow - padding.top, paddedColumn - padding.left];
            const isInside =
              row >= 0 && row < (shape[2] as number) && column >= 0 && column < (shape[3] as number);
            expect(isCropped).toBe(!isInside);
            if (isCropped) expect([before, after]).toEqual([null, null]);
            else {
              const cell = flatIndex(shape, [image ?? -1, filter, row, column]);
              expect(before).toEqual(canvas[cell]);
              canvas[cell] = (canvas[cell] as Fraction).add(product);
              expect(after).toEqual(canvas[cell]);
            }
          }
          if (bias) {
            const [, filters = 0, height = 0, width = 0] = shape;
            const first = ((image ?? -1) * filters + bias.filter) * height * width;
            for (let cell = first; cell < first + height * width; cell++) {
              canvas[cell] = (canvas[cell] as Fraction).add(bias.value);
            }
          }
          expect(sumsAt(trace, index)).toEqual(canvas);
        }
      }),
      { numRuns: 30 }
    );
  });

  it('product by product, has done what its steps say', () => {
    fc.assert(
      fc.property(settings, wishes, (settings, wishes) => {
        const trace = convTransposeTrace(settings, 'product');
        const { padding } = trace.geometry;
        for (const wish of wishes) {
          const index = 1 + (wish % trace.length);
          const { image, terms, done } = trace.step(index);
          expectProducts(terms);
          terms.forEach((term, tap) => {
            if (image === null || term.before === null || term.after === null) return;
            const row = term.paddedRow - padding.top;
            const column = term.paddedColumn - padding.left;
            const now = trace.sumAt(index, { image, filter: term.filter, row, column });
            expect(now).toEqual(tap < done ? term.after : term.before);
            expectSum([term.before, term.product], term.after);
          });
        }
      }),
      { numRuns: 40 }
    );
  });

  it('at grain cell is the last moment of its stamp at grain product', () => {
    fc.assert(
      fc.property(settings, (settings) => {
        const cells = convTransposeTrace(settings, 'cell');
        const products = convTransposeTrace(settings, 'product');
        for (let index = 0; index <= cells.length; index++) {
          const finer = products.stepAfter(index);
          expect(products.step(finer)).toEqual({ ...cells.step(index), index: finer });
        }
      }),
      { numRuns: 30 }
    );
  });

  it('meets the input and the weights that its terms name', () => {
    fc.assert(
      fc.property(settings, (settings) => {
        const { input, weight, groups } = settings;
        const trace = convTransposeTrace(settings, 'cell');
        const { stride, dilation } = trace.geometry;
        const [channels = 0, groupFilters = 0] = weight.shape;
        for (const { image, channel, cell, window, terms } of walk(trace)) {
          if (image === null || channel === null || !cell) continue;
          expect(window).toEqual({ row: cell.row * stride.height, column: cell.column * stride.width });
          const firstFilter = Math.floor((channel * groups) / channels) * groupFilters;
          for (const { filter, kernelRow, kernelColumn, ...term } of terms) {
            expect(term.paddedRow).toBe(cell.row * stride.height + kernelRow * dilation.height);
            expect(term.paddedColumn).toBe(cell.column * stride.width + kernelColumn * dilation.width);
            expect(term.value).toBe(at(input, image, channel, cell.row, cell.column));
            expect(term.weight).toBe(at(weight, channel, filter - firstFilter, kernelRow, kernelColumn));
          }
        }
      }),
      { numRuns: 40 }
    );
  });

  it('has the same steps whichever were asked for before', () => {
    fc.assert(
      fc.property(settings, grain, wishes, (settings, grain, wishes) => {
        expectRandomAccess(() => convTransposeTrace(settings, grain), wishes);
      }),
      { numRuns: 30 }
    );
  });
});

describe("the book's example (Dive into Deep Learning, section 14.10)", () => {
  const input = matrix([
    [0, 1],
    [2, 3]
  ]);

  it('stamp by stamp', () => {
    const trace = convTransposeTrace({ input, weight: input }, 'cell');
    const canvases = [0, 1, 2, 3, 4].map((index) => numbersOf({ data: sumsAt(trace, index) }));
    expect(canvases).toEqual([
      [0, 0, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 1, 0, 2, 3, 0, 0, 0],
      [0, 0, 1, 0, 4, 3, 4, 6, 0],
      [0, 0, 1, 0, 4, 6, 4, 12, 9]
    ]);
  });

  it.each([
    ['stride 2: stamps side by side', { stride: 2 }, [0, 0, 0, 1, 0, 0, 2, 3, 0, 2, 0, 3, 4, 6, 6, 9]],
    ['padding 1: all but the middle is cut off', { padding: 1 }, [4]],
    ['bias 5', { bias: exactTensor([5]) }, [5, 5, 6, 5, 9, 11, 9, 17, 14]]
  ])('%s', (_, options, expected) => {
    const settings: ConvTransposeSettings = { input, weight: input, ...options };
    const trace = convTransposeTrace(settings, 'product');
    expect(numbersOf({ data: sumsAt(trace, trace.length) })).toEqual(expected);
  });
});

describe('the order of the stamps', () => {
  it('is image by image, channel by channel, in reading order; then the biases', () => {
    const trace = convTransposeTrace(
      { input: countingUp([2, 2, 1, 2]), weight: countingUp([2, 2, 1, 1]), bias: countingUp([2]) },
      'cell'
    );
    const places = walk(trace)
      .slice(1)
      .map(({ image, channel, cell, bias }) =>
        bias ? `${image}: + ${Number(bias.value)} on ${bias.filter}` : `${image}: ${channel}, ${cell?.column}`
      );
    const ofImage = (image: number) =>
      ['0, 0', '0, 1', '1, 0', '1, 1', '+ 1 on 0', '+ 2 on 1'].map((place) => `${image}: ${place}`);
    expect(places).toEqual([...ofImage(0), ...ofImage(1)]);
  });
});

describe('the cost of a step', () => {
  it('is bounded by the stamp and what lies under it, wherever it lies', () => {
    const trace = convTransposeTrace(
      { input: countingUp([2, 2, 6, 6]), weight: countingUp([2, 3, 2, 2]) },
      'product'
    );
    // Twelve products; under each, at most the four stamps that reach the same place in either channel.
    const most = 12 + 12 * 4 * 2;
    for (let index = 1; index <= trace.length; index += 37) {
      expect(multiplications(() => trace.step(index))).toBeLessThanOrEqual(most);
    }
    expect(multiplications(() => trace.step(trace.length))).toBeGreaterThanOrEqual(12);
  });
});

describe('what cannot be', () => {
  const trace = convTransposeTrace(
    { input: countingUp([1, 1, 1, 1]), weight: countingUp([1, 1, 2, 2]) },
    'cell'
  );

  it.each([
    { image: 1, filter: 0, row: 0, column: 0 },
    { image: 0, filter: 1, row: 0, column: 0 },
    { image: 0, filter: 0, row: 2, column: 0 },
    { image: 0, filter: 0, row: 0, column: -1 },
    { image: 0, filter: 0, row: 0.5, column: 0 }
  ])('no sum of a cell that is not there: $image, $filter, $row, $column', (cell) => {
    expect(() => trace.sumAt(1, cell)).toThrow(RangeError);
  });

  it('no sum at a step that is not there', () => {
    expect(() => trace.sumAt(2, { image: 0, filter: 0, row: 0, column: 0 })).toThrow(RangeError);
  });

  it('no filters for channels that are not there', () => {
    const settings = { input: countingUp([1, 2, 1, 1]), weight: countingUp([1, 1, 1, 1]) };
    expect(() => convTransposeTrace(settings, 'cell')).toThrow(ShapeError);
  });
});
