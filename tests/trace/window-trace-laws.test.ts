import { windowTrace, type Grain, type Operation } from '$lib/trace';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyday, settingsWith } from '../data/arbitraries';
import { dot, pairings } from '../data/naive';
import { equal, ratioOf, total } from '../data/ratio';

const grain = fc.constantFrom<Grain>('cell', 'product');
const operation = fc.constantFrom<Operation>('conv2d', 'convolve2d');

/** A trace and some of its steps, in no order. */
const visits = (channels: number) =>
  fc.tuple(settingsWith(everyday, channels), grain, operation).chain(([settings, grain, operation]) => {
    const { length } = windowTrace(settings, grain, operation);
    const steps = fc.array(fc.nat(length), { minLength: 1, maxLength: 12 });
    return fc.tuple(fc.constant({ settings, grain, operation }), steps);
  });

describe('any step of any trace', () => {
  it('is the same whichever steps were asked for before', () => {
    fc.assert(
      fc.property(visits(1), ([{ settings, grain, operation }, steps]) => {
        const wandering = windowTrace(settings, grain, operation);
        for (const index of steps) {
          expect(wandering.step(index)).toEqual(windowTrace(settings, grain, operation).step(index));
        }
      })
    );
  });

  it('meets the values and weights that lie on each other', () => {
    fc.assert(
      fc.property(visits(1), ([{ settings, grain, operation }, steps]) => {
        const trace = windowTrace(settings, grain, operation);
        const expected = pairings(settings, operation === 'convolve2d');
        expect(trace.geometry.output.height).toBe(expected.length);
        expect(trace.geometry.output.width).toBe(expected[0]?.length);
        for (const step of steps.map((index) => trace.step(index))) {
          if (!step.cell) continue;
          const pairs = expected[step.cell.row]?.[step.cell.column] ?? [];
          expect(step.terms.map((term) => [ratioOf(term.value), ratioOf(term.weight)])).toEqual(
            pairs.map(({ value, weight }) => [value, weight])
          );
          expect(equal(ratioOf(step.total), dot(pairs.slice(0, step.done)))).toBe(true);
        }
      })
    );
  });

  it('says of each term whether it lies on padding, and padding is 0', () => {
    fc.assert(
      fc.property(visits(2), ([{ settings, grain, operation }, steps]) => {
        const trace = windowTrace(settings, grain, operation);
        const [, , height = 0, width = 0] = settings.input.shape;
        const { padding } = settings;
        for (const term of steps.flatMap((index) => trace.step(index).terms)) {
          const inRows = padding <= term.paddedRow && term.paddedRow < height + padding;
          const inColumns = padding <= term.paddedColumn && term.paddedColumn < width + padding;
          expect(term.isPadding).toBe(!(inRows && inColumns));
          if (term.isPadding) expect([term.value.valueOf(), term.product.valueOf()]).toEqual([0, 0]);
        }
      })
    );
  });

  it('adds up channel by channel to the total, and reads each channel where it lies', () => {
    fc.assert(
      fc.property(visits(3), ([{ settings, grain }, steps]) => {
        const trace = windowTrace(settings, grain);
        const [, , height = 0, width = 0] = settings.input.shape;
        for (const step of steps.map((index) => trace.step(index))) {
          const sums = step.channelSums.map(ratioOf);
          expect(equal(total(sums), ratioOf(step.total))).toBe(true);
          sums.forEach((sum, channel) => {
            const own = step.terms.slice(0, step.done).filter((term) => term.channel === channel);
            expect(equal(total(own.map(({ product }) => ratioOf(product))), sum)).toBe(true);
          });
          for (const term of step.terms.filter(({ isPadding }) => !isPadding)) {
            const row = term.channel * height + term.paddedRow - settings.padding;
            const column = term.paddedColumn - settings.padding;
            expect(term.value).toBe(settings.input.data[row * width + column]);
          }
        }
      })
    );
  });

  it('at grain cell is the step of its last product at grain product', () => {
    fc.assert(
      fc.property(settingsWith(everyday), operation, fc.nat(), (settings, operation, chosen) => {
        const cells = windowTrace(settings, 'cell', operation);
        const products = windowTrace(settings, 'product', operation);
        const index = chosen % (cells.length + 1);
        expect(products.step(index * products.taps)).toEqual({
          ...cells.step(index),
          index: index * products.taps
        });
      })
    );
  });
});
