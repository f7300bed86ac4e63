import { changeGrain, windowTrace } from '$lib/trace';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sceneSettings } from '../data/scenes';

const steps = fc.nat(10_000);
const taps = fc.integer({ min: 1, max: 64 });

describe('the other grain', () => {
  it('and back again is the same step', () => {
    fc.assert(
      fc.property(steps, taps, (step, taps) => {
        const finer = changeGrain(step, 'cell', 'product', taps);
        expect(changeGrain(finer, 'product', 'cell', taps)).toBe(step);
      })
    );
  });

  it('lands on the last finished cell, never on one that is still being computed', () => {
    const settings = sceneSettings('four-by-four');
    const products = windowTrace(settings, 'product');
    const cells = windowTrace(settings, 'cell');
    for (let step = 0; step <= products.length; step++) {
      const coarser = changeGrain(step, 'product', 'cell', products.taps);
      expect(cells.step(coarser).finished).toBe(products.step(step).finished);
    }
  });

  it.each([
    [0, 0],
    [8, 0],
    [9, 1],
    [10, 1],
    [36, 4]
  ])('of product %i with nine products a cell is cell %i', (product, cell) => {
    expect(changeGrain(product, 'product', 'cell', 9)).toBe(cell);
  });

  it('of the same grain is the same step', () => {
    expect(changeGrain(7, 'product', 'product', 9)).toBe(7);
    expect(changeGrain(7, 'cell', 'cell', 9)).toBe(7);
  });
});
