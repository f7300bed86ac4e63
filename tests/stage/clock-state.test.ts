import { TimePart, toldStep, type ClockState } from '$lib/stage/clock-state.svelte';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const stateAt = (time: number): ClockState => {
  const index = Math.ceil(time);
  return { time, index, settled: index === time };
};
const partOf = (time: number, start: number, length: number) =>
  new TimePart(
    stateAt(time),
    () => length,
    () => start
  );

const times = fc.oneof(fc.nat({ max: 40 }), fc.double({ min: 0, max: 40, noNaN: true }));
const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });

describe('a part of a time', () => {
  it('shows the step that its own time says, and is settled when that is whole', () => {
    fc.assert(
      fc.property(times, fc.nat({ max: 20 }), fc.integer({ min: 1, max: 20 }), (time, start, length) => {
        const { time: own, index, settled } = partOf(time, start, length);
        expect({ index, settled }).toEqual({ index: Math.ceil(own), settled: Number.isInteger(own) });
        expect(own).toBeGreaterThanOrEqual(0);
        expect(own).toBeLessThanOrEqual(length);
      })
    );
  });

  it('comes after the one before: together they are the whole, and no two of them move at once', () => {
    fc.assert(
      fc.property(times, lengths, (time, all) => {
        const parts = all.map((length, at) =>
          partOf(
            time,
            all.slice(0, at).reduce((sum, one) => sum + one, 0),
            length
          )
        );
        const whole = all.reduce((sum, one) => sum + one, 0);
        expect(parts.reduce((sum, part) => sum + part.time, 0)).toBeCloseTo(Math.min(time, whole), 9);
        expect(parts.reduce((sum, part) => sum + part.index, 0)).toBe(Math.min(Math.ceil(time), whole));
        expect(parts.filter(({ settled }) => !settled).length).toBeLessThanOrEqual(1);
      })
    );
  });
});

it('words tell of the last step that is over', () => {
  expect([0, 0.4, 1, 1.999, 2].map((time) => toldStep(stateAt(time)))).toEqual([0, 0, 1, 1, 2]);
});
