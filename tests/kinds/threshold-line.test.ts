import { LINE_SIZE } from '$lib/kinds/bias/layout';
import { DOT, reachOf, thresholdLine } from '$lib/kinds/bias/threshold-line';
import { waysAt } from '$lib/kinds/bias/ways';
import { Fraction, matrix } from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const whole = (most: number) => fc.integer({ min: -most, max: most });
const maps = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(whole(30), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows
    })
  );
const withBias = (sums: number[][], bias: number) => matrix(sums.map((row) => row.map((sum) => sum + bias)));
const lineOf = (sums: number[][], bias: number) =>
  thresholdLine(withBias(sums, bias), new Fraction(bias), sums.flat().length, null);

describe('the number line under the maps', () => {
  it('has a dot for each cell, as far from 0 as its value, and none outside', () => {
    fc.assert(
      fc.property(maps, whole(20), (sums, bias) => {
        const { axis, bend, dots } = lineOf(sums, bias);
        const [start, zero, end] = bend;
        if (!start || !zero || !end) throw new Error('the bend has three points');
        const values = sums.flat().map((sum) => sum + bias);
        expect(dots).toHaveLength(values.length);
        // A unit is the same on both sides of 0.
        const [other = 0] = values;
        const unit = other === 0 ? 0 : ((dots[0]?.x ?? 0) - zero.x) / other;
        for (const [index, value] of values.entries()) {
          const dot = dots[index];
          if (!dot) throw new Error('a dot is missing');
          if (unit > 0) expect(dot.x - zero.x).toBeCloseTo(value * unit, 6);
          expect(dot.survives).toBe(value > 0);
          expect(dot.x).toBeGreaterThanOrEqual(0);
          expect(dot.x).toBeLessThanOrEqual(LINE_SIZE.columns);
          expect(dot.y).toBeLessThanOrEqual(axis);
        }
      })
    );
  });

  it('stays where it is while a bias within its reach slides the dots, all by as much', () => {
    fc.assert(
      fc.property(maps, whole(6), whole(6), (sums, first, second) => {
        const [one, two] = [lineOf(sums, first), lineOf(sums, second)];
        expect(two.numbers).toEqual(one.numbers);
        expect(two.bend).toEqual(one.bend);
        const moves = one.dots.map(({ x }, index) => (two.dots[index]?.x ?? NaN) - x);
        for (const move of moves) expect(move).toBeCloseTo(moves[0] ?? NaN, 6);
        expect(Math.sign(Math.round((moves[0] ?? 0) * 1e6))).toBe(Math.sign(second - first));
      })
    );
  });

  it('leaves on the ground what is not above 0, and lifts the rest along the bend', () => {
    const { axis, bend, dots } = lineOf([[-4, 0, 2, 8]], 0);
    const [, zero, end] = bend;
    if (!zero || !end) throw new Error('the bend has three points');
    expect(dots.map(({ y }) => y === axis)).toEqual([true, true, false, false]);
    for (const { x, y } of dots.slice(2)) {
      expect((axis - y) / (x - zero.x)).toBeCloseTo((axis - end.y) / (end.x - zero.x), 6);
    }
  });

  it('puts equal cells above each other, so that all are to be seen', () => {
    const { dots } = lineOf([[3, 1, 3, 3]], 0);
    const [first, , second, third] = dots;
    expect([second?.x, third?.x]).toEqual([first?.x, first?.x]);
    expect((first?.y ?? 0) - (second?.y ?? 0)).toBeGreaterThanOrEqual(2 * DOT);
    expect((second?.y ?? 0) - (third?.y ?? 0)).toBeGreaterThanOrEqual(2 * DOT);
  });

  it('shows a cell on its way where its sum is, then pushed by the bias, then on the bend', () => {
    const [sums, bias] = [[[1, 5]], 2];
    const settled = lineOf(sums, bias).dots[1];
    const unbiased = lineOf(sums, 0).dots[1];
    const at = (ways: { sum: number; bias: number; on: number }) =>
      thresholdLine(withBias(sums, bias), new Fraction(bias), 1, ways).dots[1];
    expect(at({ sum: 1, bias: 0, on: 0 })?.x).toBeCloseTo(unbiased?.x ?? NaN, 6);
    expect(at({ sum: 1, bias: 1, on: 0 })?.x).toBeCloseTo(settled?.x ?? NaN, 6);
    expect(at({ sum: 1, bias: 1, on: 0 })?.y).toBeGreaterThan(settled?.y ?? NaN);
    expect(at({ sum: 1, bias: 1, on: 1 })).toEqual(settled);
  });

  it('reaches as far as a typed bias', () => {
    expect(reachOf(new Fraction(-50))).toBe(50);
    expect(reachOf(new Fraction(1, 3))).toBeGreaterThanOrEqual(5);
  });
});

describe('what comes to a cell', () => {
  const all = { sum: true, bias: true, activation: true };

  it('comes one after the other: sum, bias, and on through the activation', () => {
    for (let fall = 0; fall <= 1; fall += 0.01) {
      const { sum, bias, on } = waysAt(fall, all);
      if (bias > 0) expect(sum).toBe(1);
      if (on > 0) expect(bias).toBe(1);
    }
    expect(waysAt(0, all)).toEqual({ sum: 0, bias: 0, on: 0 });
    expect(waysAt(1, all)).toEqual({ sum: 1, bias: 1, on: 1 });
  });

  it('has all the time where it comes alone, and none where it is there', () => {
    expect(waysAt(0.5, { sum: true, bias: false, activation: false })).toEqual({ sum: 0.5, bias: 0, on: 0 });
    expect(waysAt(0.5, { sum: false, bias: true, activation: false })).toEqual({ sum: 1, bias: 0.5, on: 0 });
    expect(waysAt(0.75, { sum: false, bias: true, activation: true })).toEqual({ sum: 1, bias: 1, on: 0.5 });
  });
});
