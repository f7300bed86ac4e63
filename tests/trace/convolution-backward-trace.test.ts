import { conv2d, conv2dBackward, exactTensor, matrix, ShapeError, visitCounts } from '$lib/engine';
import {
  convolutionBackwardTraces,
  type ConvolutionBackwardSettings,
  type Grain,
  type Product,
  type SumTrace
} from '$lib/trace';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyday, tensorsOf } from '../data/arbitraries';
import { convolutions, wishes } from './arbitrary-settings';
import { at, countingUp, expectProducts, expectRandomAccess, expectSum, multiplications, walk } from './laws';

const grain = fc.constantFrom<Grain>('cell', 'product');
const settings = convolutions.chain(({ input, weight, options }) =>
  tensorsOf(conv2d(input, weight, options).shape, everyday).map((gradient) => ({
    gradient,
    input,
    weight,
    ...options
  }))
);

/** The three traces, each as what the three have in common. */
function threeTraces(
  settings: ConvolutionBackwardSettings,
  grain: Grain
): readonly SumTrace<unknown, Product>[] {
  const { input, weight, bias } = convolutionBackwardTraces(settings, grain);
  return [input, weight, bias];
}

describe('any step of the backward pass', () => {
  it('shows products of value and weight that add up to its total', () => {
    fc.assert(
      fc.property(settings, grain, (settings, grain) => {
        for (const trace of threeTraces(settings, grain)) {
          for (const { terms, done, total } of walk(trace)) {
            expectProducts(terms);
            expectSum(
              terms.slice(0, done).map(({ product }) => product),
              total
            );
          }
        }
      }),
      { numRuns: 40 }
    );
  });

  it('ends, cell for cell, in the gradients of conv2dBackward', () => {
    fc.assert(
      fc.property(settings, grain, ({ gradient, input, weight, ...options }, grain) => {
        const gradients = conv2dBackward(gradient, input, weight, options);
        const traces = threeTraces({ gradient, input, weight, ...options }, grain);
        [gradients.input, gradients.weight, gradients.bias].forEach((expected, index) => {
          const trace = traces[index] as SumTrace<unknown, Product>;
          expect(trace.output()).toEqual(expected);
          const totals = expected.data.map((_, cell) => trace.step(trace.stepAfter(cell + 1)).total);
          expect(totals).toEqual(expected.data);
          expect(trace.step(trace.length).finished).toBe(expected.data.length);
        });
      }),
      { numRuns: 60 }
    );
  });

  it('is the same whichever steps were asked for before', () => {
    fc.assert(
      fc.property(settings, grain, wishes, (settings, grain, wishes) => {
        for (const which of ['input', 'weight', 'bias'] as const) {
          expectRandomAccess<unknown>(() => convolutionBackwardTraces(settings, grain)[which], wishes);
        }
      }),
      { numRuns: 20 }
    );
  });
});

describe('the terms of the gradient of the input', () => {
  it('name the outputs that the cell has fed, and the weights between them', () => {
    fc.assert(
      fc.property(settings, (settings) => {
        const { gradient, weight, groups } = settings;
        const { geometry, input: trace } = convolutionBackwardTraces(settings, 'cell');
        const { stride, dilation, padding } = geometry;
        const [filters = 0, groupChannels = 0] = weight.shape;
        const visits = visitCounts(geometry);
        for (const { cell, terms } of walk(trace).slice(1)) {
          if (!cell) throw new Error('no place');
          const row = cell.row + padding.top;
          const column = cell.column + padding.left;
          expect(terms).toHaveLength(((visits[row]?.[column] ?? Number.NaN) * filters) / groups);
          for (const { filter, outputRow, outputColumn, kernelRow, kernelColumn, ...factors } of terms) {
            expect(outputRow * stride.height + kernelRow * dilation.height).toBe(row);
            expect(outputColumn * stride.width + kernelColumn * dilation.width).toBe(column);
            expect(Math.floor((filter * groups) / filters)).toBe(Math.floor(cell.channel / groupChannels));
            expect(factors.value).toBe(at(gradient, cell.image, filter, outputRow, outputColumn));
            expect(factors.weight).toBe(
              at(weight, filter, cell.channel % groupChannels, kernelRow, kernelColumn)
            );
          }
        }
      }),
      { numRuns: 40 }
    );
  });

  it('are none where no window has been; that cell still has its moment, and is 0', () => {
    const settings = {
      gradient: exactTensor([1, 1, 1, 1], [7]),
      input: countingUp([1, 1, 1, 2]),
      weight: exactTensor([1, 1, 1, 1], [3]),
      stride: 2
    };
    const { input } = convolutionBackwardTraces(settings, 'product');
    expect(input.length).toBe(2);
    expect(input.step(2)).toMatchObject({ terms: [], done: 0, finished: 2 });
    expect(input.step(2).total.valueOf()).toBe(0);
  });
});

describe('the terms of the gradient of the weight', () => {
  it('name every use of the weight: the cell under it, and the output that it went into', () => {
    fc.assert(
      fc.property(settings, (settings) => {
        const { gradient, input, weight, groups } = settings;
        const { geometry, weight: trace } = convolutionBackwardTraces(settings, 'cell');
        const { stride, dilation, padding, output } = geometry;
        const [images = 0] = input.shape;
        const [filters = 0, groupChannels = 0] = weight.shape;
        for (const { cell, terms } of walk(trace).slice(1)) {
          if (!cell) throw new Error('no place');
          expect(terms).toHaveLength(images * output.height * output.width);
          for (const term of terms) {
            const { image, channel, outputRow, outputColumn, paddedRow, paddedColumn } = term;
            expect(channel).toBe(Math.floor((cell.filter * groups) / filters) * groupChannels + cell.channel);
            expect(paddedRow).toBe(outputRow * stride.height + cell.kernelRow * dilation.height);
            expect(paddedColumn).toBe(outputColumn * stride.width + cell.kernelColumn * dilation.width);
            expect(term.weight).toBe(at(gradient, image, cell.filter, outputRow, outputColumn));
            const [row, column] = [paddedRow - padding.top, paddedColumn - padding.left];
            if (term.isPadding) expect(term.value.valueOf()).toBe(0);
            else expect(term.value).toBe(at(input, image, channel, row, column));
          }
        }
      }),
      { numRuns: 40 }
    );
  });
});

describe('the terms of the gradient of the bias', () => {
  it('are the gradients of all cells of the map, each times 1', () => {
    fc.assert(
      fc.property(settings, (settings) => {
        const { bias } = convolutionBackwardTraces(settings, 'cell');
        for (const { cell, terms } of walk(bias).slice(1)) {
          for (const { image, outputRow, outputColumn, value, weight } of terms) {
            expect(value).toBe(at(settings.gradient, image, cell?.filter ?? -1, outputRow, outputColumn));
            expect(weight.valueOf()).toBe(1);
          }
        }
      }),
      { numRuns: 40 }
    );
  });
});

describe('a worked example', () => {
  // The numbers 1 to 9 under (1 2 / 3 4), every output with gradient 1; worked out on paper.
  const settings = {
    gradient: matrix([
      [1, 1],
      [1, 1]
    ]),
    input: countingUp([1, 1, 3, 3]),
    weight: matrix([
      [1, 2],
      [3, 4]
    ])
  };
  const { input, weight, bias } = convolutionBackwardTraces(settings, 'cell');
  const totals = (steps: readonly { total: { valueOf(): number } }[]) =>
    steps.slice(1).map(({ total }) => total.valueOf());

  it('dX: a corner has one weight, the middle all four', () => {
    expect(totals(walk(input))).toEqual([1, 3, 2, 4, 10, 6, 3, 7, 4]);
    expect(input.step(5).terms.map(({ weight }) => Number(weight))).toEqual([4, 3, 2, 1]);
  });

  it('dW: each weight has the four cells that it lay on', () => {
    expect(totals(walk(weight))).toEqual([12, 16, 24, 28]);
    expect(weight.step(1).terms.map(({ value }) => Number(value))).toEqual([1, 2, 4, 5]);
  });

  it('db: one for each output', () => {
    expect(totals(walk(bias))).toEqual([4]);
  });

  it('term by term', () => {
    const products = convolutionBackwardTraces(settings, 'product');
    expect([products.input.length, products.weight.length, products.bias.length]).toEqual([16, 16, 4]);
    expect(totals(walk(products.weight)).slice(0, 8)).toEqual([1, 3, 7, 12, 2, 5, 10, 16]);
  });
});

describe('the cost of a step', () => {
  it('is one sum wherever it lies', () => {
    const { input, weight, bias } = convolutionBackwardTraces(
      {
        gradient: countingUp([2, 3, 4, 4]),
        input: countingUp([2, 2, 6, 6]),
        weight: countingUp([3, 2, 3, 3])
      },
      'product'
    );
    const cost = (trace: { step(index: number): unknown }, index: number) =>
      multiplications(() => trace.step(index));
    for (const trace of [weight, bias]) {
      expect([1, 2, trace.length / 2, trace.length].map((index) => cost(trace, index))).toEqual([
        32, 32, 32, 32
      ]);
    }
    for (let index = 1; index <= input.length; index += 7) {
      expect(cost(input, index)).toBe(input.step(index).terms.length);
      expect(input.step(index).terms.length).toBeLessThanOrEqual(3 * 3 * 3);
    }
  });
});

it('refuses a gradient that has not the shape of the output', () => {
  const settings = {
    gradient: countingUp([1, 1, 3, 3]),
    input: countingUp([1, 1, 3, 3]),
    weight: countingUp([1, 1, 2, 2])
  };
  expect(() => convolutionBackwardTraces(settings, 'cell')).toThrow(ShapeError);
});
