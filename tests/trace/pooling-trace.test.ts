import {
  avgPool2d,
  exactTensor,
  Fraction,
  matrix,
  maxPool2d,
  maxPool2dWithIndices,
  SettingError,
  ShapeError
} from '$lib/engine';
import { avgPoolTrace, maxPoolTrace, type PoolingStep, type PoolingTrace } from '$lib/trace';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolings, wishes } from './arbitrary-settings';
import { at, counted, countingUp, expectRandomAccess, expectSum, numbersOf, walk } from './laws';

const dilation = fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 }));

/** Max poolings; dilated where the window then still lies on the input. */
const maxPoolings = fc.tuple(poolings, dilation).map(([{ input, kernelSize, options }, dilation]) => {
  const [, , height = 0, width = 0] = input.shape;
  const fits = dilation[0] * (kernelSize[0] - 1) < height && dilation[1] * (kernelSize[1] - 1) < width;
  return fits && options.padding[0] + options.padding[1] === 0
    ? { input, kernelSize, options: { ...options, ceilMode: false, dilation } }
    : { input, kernelSize, options };
});

const avgPoolings = fc.record({
  pooling: poolings,
  countIncludePad: fc.boolean(),
  divisorOverride: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })
});

// The document's figure 5-13 (max) and its example for the average: ../data facts max-pool-4x4 and avg-pool-4x4.
const FOUR_BY_FOUR = matrix([
  [3, -1, 12, -1],
  [-3, 1, 0, 1],
  [2, -3, 0, 1],
  [3, -2, 4, -1]
]);

// "Dive into Deep Learning", section 7.5.
const COUNTING = matrix([
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8]
]);

describe('max pooling', () => {
  it('ends, cell for cell, in the output of maxPool2d, and its winners are those of the operation', () => {
    fc.assert(
      fc.property(maxPoolings, ({ input, kernelSize, options }) => {
        const trace = maxPoolTrace({ input, kernelSize, ...options });
        const steps = walk(trace).slice(1);
        expect(trace.output()).toEqual(maxPool2d(input, kernelSize, options));
        expect(steps.map(({ total }) => total)).toEqual(trace.output().data);
        const { padding } = trace.geometry;
        const winners = steps.map(({ cells, winner }) => {
          const cell = cells[winner ?? Number.NaN];
          if (!cell) throw new Error('no winner');
          return (
            (cell.paddedRow - padding.top) * trace.geometry.input.width + cell.paddedColumn - padding.left
          );
        });
        expect(winners).toEqual(maxPool2dWithIndices(input, kernelSize, options).indices);
      })
    );
  });

  it('lets all cells of its window on the input take part; the first of the largest wins', () => {
    fc.assert(
      fc.property(maxPoolings, ({ input, kernelSize, options }) => {
        const trace = maxPoolTrace({ input, kernelSize, ...options });
        const { padding, stride, dilation, input: size } = trace.geometry;
        for (const { image, channel, cell, cells, winner, total } of walk(trace).slice(1)) {
          if (image === null || channel === null || !cell || winner === null) throw new Error('no place');
          const rows = range(kernelSize[0], cell.row * stride.height - padding.top, dilation.height);
          const columns = range(kernelSize[1], cell.column * stride.width - padding.left, dilation.width);
          const expected = rows
            .filter((row) => row >= 0 && row < size.height)
            .flatMap((row) =>
              columns
                .filter((column) => column >= 0 && column < size.width)
                .map((column) => at(input, image, channel, row, column))
            );
          expect(cells.map(({ value }) => value)).toEqual(expected);
          expect(expected.every((value) => value.compare(total) <= 0)).toBe(true);
          expect(expected.findIndex((value) => value.equals(total))).toBe(winner);
        }
      })
    );
  });

  it('of the 4×4 example is 3, 12, 3, 4', () => {
    const trace = maxPoolTrace({ input: FOUR_BY_FOUR, kernelSize: 2 });
    expect(
      numbersOf({
        data: walk(trace)
          .slice(1)
          .map(({ total }) => total)
      })
    ).toEqual([3, 12, 3, 4]);
    const first = trace.step(1);
    expect(first.cells.map(({ value }) => Number(value))).toEqual([3, -1, -3, 1]);
    expect(first.winner).toBe(0);
  });

  it("of the book's 3×3 example, one cell at a time, is 4, 5, 7, 8", () => {
    const trace = maxPoolTrace({ input: COUNTING, kernelSize: 2, stride: 1 });
    expect(numbersOf(trace.output())).toEqual([4, 5, 7, 8]);
    expect(walk(trace).map(({ winner }) => winner)).toEqual([null, 3, 3, 3, 3]);
  });

  it('of negative numbers is negative: padding never wins', () => {
    const trace = maxPoolTrace({ input: matrix([[-5]]), kernelSize: 2, stride: 1, padding: 1 });
    expect(
      walk(trace)
        .slice(1)
        .map(({ total }) => Number(total))
    ).toEqual([-5, -5, -5, -5]);
  });
});

describe('average pooling', () => {
  it('ends, cell for cell, in the output of avgPool2d', () => {
    fc.assert(
      fc.property(avgPoolings, ({ pooling: { input, kernelSize, options }, ...divisors }) => {
        const trace = avgPoolTrace({ input, kernelSize, ...options, ...divisors });
        expect(trace.output()).toEqual(avgPool2d(input, kernelSize, { ...options, ...divisors }));
        expect(
          walk(trace)
            .slice(1)
            .map(({ total }) => total)
        ).toEqual(trace.output().data);
      })
    );
  });

  it('shows cells that add up to the sum, and sum over divisor is the average', () => {
    fc.assert(
      fc.property(avgPoolings, ({ pooling: { input, kernelSize, options }, ...divisors }) => {
        const trace = avgPoolTrace({ input, kernelSize, ...options, ...divisors });
        for (const { cells, sum, divisor, total } of walk(trace).slice(1)) {
          expectSum(
            cells.map(({ value }) => value),
            sum
          );
          if (divisor === null) throw new Error('no divisor');
          expect(total.mul(new Fraction(divisor)).equals(sum)).toBe(true);
          const onInput = cells.filter(({ isPadding }) => !isPadding).length;
          const counted = divisors.countIncludePad ? cells.length : onInput;
          expect(divisor).toBe(divisors.divisorOverride ?? counted);
        }
      })
    );
  });

  it('of the 4×4 example is 0, 3, 0, 1: sums over 4', () => {
    const steps = walk(avgPoolTrace({ input: FOUR_BY_FOUR, kernelSize: 2 })).slice(1);
    expect(steps.map(({ sum, divisor }) => `${sum.toFraction()}/${divisor}`)).toEqual([
      '0/4',
      '12/4',
      '0/4',
      '4/4'
    ]);
    expect(steps.map(({ total }) => Number(total))).toEqual([0, 3, 0, 1]);
  });

  it("of the book's 3×3 example, one cell at a time, is 2, 3, 5, 6", () => {
    const trace = avgPoolTrace({ input: COUNTING, kernelSize: 2, stride: 1 });
    expect(numbersOf(trace.output())).toEqual([2, 3, 5, 6]);
  });

  it('counts padding or not, and never what lies beyond it', () => {
    const divisorsOf = (options: { padding?: number; ceilMode?: boolean; countIncludePad?: boolean }) =>
      walk(avgPoolTrace({ input: matrix([[1, 2, 3]]), kernelSize: [1, 2], ...options }))
        .slice(1)
        .map(({ divisor }) => divisor);
    // The third cell stands alone: its window reaches beyond the end.
    expect(divisorsOf({ ceilMode: true })).toEqual([2, 1]);
    const padded = { kernelSize: [1, 2] as const, padding: [0, 1] as const, input: matrix([[1, 2, 3]]) };
    const counts = (countIncludePad: boolean) =>
      walk(avgPoolTrace({ ...padded, countIncludePad }))
        .slice(1)
        .map(({ divisor }) => divisor);
    expect(counts(true)).toEqual([2, 2]);
    expect(counts(false)).toEqual([1, 2]);
  });
});

describe('both poolings', () => {
  it('give the same step whichever were asked for before', () => {
    fc.assert(
      fc.property(poolings, wishes, ({ input, kernelSize, options }, wishes) => {
        expectRandomAccess(() => maxPoolTrace({ input, kernelSize, ...options }), wishes);
        expectRandomAccess(() => avgPoolTrace({ input, kernelSize, ...options }), wishes);
      })
    );
  });

  it('go image by image, channel by channel, each map in reading order, and channels never meet', () => {
    const input = countingUp([2, 2, 2, 2]);
    const traces: readonly PoolingTrace<PoolingStep>[] = [
      maxPoolTrace({ input, kernelSize: [1, 2] }),
      avgPoolTrace({ input, kernelSize: [1, 2] })
    ];
    for (const trace of traces) {
      const steps = walk(trace).slice(1);
      expect(steps.map(({ image, channel, cell }) => [image, channel, cell?.row, cell?.column])).toEqual(
        [0, 1].flatMap((image) => [0, 1].flatMap((channel) => [0, 1].map((row) => [image, channel, row, 0])))
      );
      for (const { channel, cells, index } of steps) {
        expect(cells.map((cell) => cell.channel)).toEqual([channel, channel]);
        expect(cells.map(({ value }) => Number(value))).toEqual([2 * index - 1, 2 * index]);
      }
    }
  });

  it('read one window a step, wherever it lies', () => {
    const { tensor, reads } = counted(countingUp([2, 3, 6, 6]));
    for (const trace of [
      maxPoolTrace({ input: tensor, kernelSize: 2 }),
      avgPoolTrace({ input: tensor, kernelSize: 2 })
    ]) {
      for (const index of [1, 2, Math.floor(trace.length / 2), trace.length - 1, trace.length]) {
        reads();
        trace.windowAt(index);
        expect(reads()).toBe(0);
        trace.step(index);
        expect(reads()).toBe(4);
      }
    }
  });

  it('tell where the window lies', () => {
    fc.assert(
      fc.property(poolings, ({ input, kernelSize, options }) => {
        const trace = avgPoolTrace({ input, kernelSize, ...options });
        for (const { index, window } of walk(trace)) expect(trace.windowAt(index)).toEqual(window);
      })
    );
  });

  it('refuse what the operations refuse', () => {
    const input = countingUp([1, 1, 4, 4]);
    for (const trace of [maxPoolTrace, avgPoolTrace]) {
      expect(() => trace({ input, kernelSize: 2, padding: 2 })).toThrow(SettingError);
      expect(() => trace({ input: exactTensor([1]), kernelSize: 2 })).toThrow(ShapeError);
    }
  });
});

function range(count: number, start: number, step: number): number[] {
  return Array.from({ length: count }, (_, index) => start + index * step);
}
