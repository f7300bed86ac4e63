import { conv2d, exactTensor, im2col, KernelTooLargeError, matrix, type ExactTensor } from '$lib/engine';
import { convolutionTrace, im2colTrace, matrixProductTrace } from '$lib/trace';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workedExample } from '../data/worked-examples';
import { convolutions, wishes } from './arbitrary-settings';
import { at, counted, countingUp, expectRandomAccess, numbersOf, walk } from './laws';

/** Windows of every kind; im2col knows no groups. */
const windows = convolutions.map(({ input, weight, options: { stride, padding, dilation } }) => {
  const [, , height = 0, width = 0] = weight.shape;
  return { input, kernelSize: [height, width] as const, stride, padding, dilation };
});

/** Each filter unrolled into a column: [C·FH·FW, K]. */
function columnsOf(weight: ExactTensor): ExactTensor {
  const [filters = 0] = weight.shape;
  const taps = weight.data.length / filters;
  const places = Array.from({ length: weight.data.length }, (_, index) => index);
  return exactTensor(
    [taps, filters],
    places.map((index) =>
      at({ shape: [filters, taps], data: weight.data }, index % filters, Math.floor(index / filters))
    )
  );
}

describe('any step of unrolling', () => {
  it('is a row of the matrix of im2col', () => {
    fc.assert(
      fc.property(windows, ({ input, kernelSize, ...options }) => {
        const trace = im2colTrace({ input, kernelSize, ...options });
        const found = im2col(input, kernelSize, options);
        expect(trace.output()).toEqual(found);
        const [rows = 0, columns = 0] = found.shape;
        expect(trace.length).toBe(rows);
        for (const { row, entries, index, finished } of walk(trace).slice(1)) {
          expect([row, finished]).toEqual([index - 1, index]);
          expect(entries.map(({ value }) => value)).toEqual(
            found.data.slice((index - 1) * columns, index * columns)
          );
        }
      })
    );
  });

  it('has the window under which a convolution computes the same cell', () => {
    fc.assert(
      fc.property(convolutions, ({ input, weight, options: { groups, ...options } }) => {
        fc.pre(groups === 1);
        const [, , height = 0, width = 0] = weight.shape;
        const rows = im2colTrace({ input, kernelSize: [height, width], ...options });
        const cells = convolutionTrace({ input, weight, ...options }, 'cell');
        const map = rows.geometry.output.height * rows.geometry.output.width;
        const [filters = 0] = weight.shape;
        for (const { index, image, cell, window, entries } of walk(rows).slice(1)) {
          const mapsBefore = Math.floor((index - 1) / map) * filters;
          const step = cells.step(mapsBefore * map + ((index - 1) % map) + 1);
          expect({ image, cell, window }).toEqual({
            image: step.image,
            cell: step.cell,
            window: step.window
          });
          expect(step.terms).toMatchObject(entries);
        }
      }),
      { numRuns: 40 }
    );
  });

  it('is the same whichever steps were asked for before', () => {
    fc.assert(
      fc.property(windows, wishes, (settings, wishes) => {
        expectRandomAccess(() => im2colTrace(settings), wishes);
      })
    );
  });

  it('reads one window, wherever it lies', () => {
    const { tensor, reads } = counted(countingUp([2, 3, 6, 6]));
    const trace = im2colTrace({ input: tensor, kernelSize: 2 });
    for (const index of [1, 2, Math.floor(trace.length / 2), trace.length]) {
      reads();
      trace.step(index);
      expect(reads()).toBe(3 * 2 * 2);
    }
  });
});

describe('unrolling, one matrix product, and folding back', () => {
  it('is the convolution of the 4×4 example', () => {
    const { input, kernel, output } = workedExample('four-by-four');
    const rows = im2colTrace({ input: matrix(input), kernelSize: 3 });
    expect(numbersOf({ data: rows.step(1).entries.map(({ value }) => value) })).toEqual([
      1, 0, 2, 2, 1, 0, 1, 0, 1
    ]);
    const product = matrixProductTrace({ left: rows.output(), right: columnsOf(matrix(kernel)) }, 'cell');
    expect(numbersOf(product.output())).toEqual(output.flat());
  });

  it('is the convolution of any batch with any filters: the cell (window, filter) is the cell of the map', () => {
    fc.assert(
      fc.property(convolutions, ({ input, weight, options: { groups, ...options } }) => {
        fc.pre(groups === 1);
        const [filters = 0, , height = 0, width = 0] = weight.shape;
        const rows = im2colTrace({ input, kernelSize: [height, width], ...options });
        const left = rows.output();
        const product = matrixProductTrace({ left, right: columnsOf(weight) }, 'cell');
        const direct = conv2d(input, weight, options);
        for (const { cell: place, total } of walk(product).slice(1)) {
          const { image, cell } = rows.step((place?.row ?? Number.NaN) + 1);
          expect(total).toEqual(
            at(direct, image ?? -1, place?.column ?? filters, cell?.row ?? -1, cell?.column ?? -1)
          );
        }
      }),
      { numRuns: 40 }
    );
  });
});

it('refuses a kernel that does not fit', () => {
  expect(() => im2colTrace({ input: countingUp([1, 1, 2, 2]), kernelSize: 3 })).toThrow(KernelTooLargeError);
});
