import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleOf } from '../../src/lib/trace/schedule';

const schedules = fc.tuple(
  fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
  fc.integer({ min: 1, max: 4 })
);

/** Every moment of every cell, written out one after the other. */
function writtenOut(moments: readonly number[], rounds: number) {
  const all = Array.from({ length: rounds }, () => moments).flat();
  return all.flatMap((count, cell) =>
    Array.from({ length: count }, (_, index) => ({
      cell,
      part: index + 1,
      finished: index + 1 === count ? cell + 1 : cell
    }))
  );
}

describe('a schedule', () => {
  it('finds what writing it out finds', () => {
    fc.assert(
      fc.property(schedules, ([moments, rounds]) => {
        const schedule = scheduleOf(moments, rounds);
        const expected = writtenOut(moments, rounds);
        expect(schedule.length).toBe(expected.length);
        expect(schedule.cells).toBe(moments.length * rounds);
        expect(expected.map((_, index) => schedule.at(index + 1))).toEqual(expected);
        expect(schedule.at(0)).toBeNull();
      })
    );
  });

  it('knows the step that finishes each cell', () => {
    fc.assert(
      fc.property(schedules, ([moments, rounds]) => {
        const schedule = scheduleOf(moments, rounds);
        expect(schedule.stepAfter(0)).toBe(0);
        for (let cells = 1; cells <= schedule.cells; cells++) {
          const step = schedule.stepAfter(cells);
          expect(schedule.at(step)?.finished).toBe(cells);
          if (step < schedule.length) expect(schedule.at(step + 1)).toMatchObject({ cell: cells, part: 1 });
        }
      })
    );
  });

  it.each([-1, 0.5, 7, Number.NaN, Number.POSITIVE_INFINITY])('has no step and no cells %s', (number) => {
    const schedule = scheduleOf([1, 2], 2);
    expect(() => schedule.at(number)).toThrow(RangeError);
    expect(() => schedule.stepAfter(number)).toThrow(RangeError);
  });
});
