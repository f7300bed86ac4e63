import { frame, windowTrace, type Grain, type WindowTrace } from '$lib/trace';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sceneSettings } from '../data/scenes';

const traces = (['cell', 'product'] as Grain[]).map((grain) =>
  windowTrace(sceneSettings('four-by-four'), grain)
);
const trace = fc.constantFrom(...traces);
/** A moment between two steps. */
const between = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const moments = trace.chain((trace) =>
  fc.tuple(fc.constant(trace), fc.nat(trace.length - 1), between).map(([trace, step, part]) => ({
    trace,
    step,
    part
  }))
);

function moves(trace: WindowTrace, step: number): boolean {
  const [before, after] = [trace.step(step).window, trace.step(step + 1).window];
  return before !== null && JSON.stringify(before) !== JSON.stringify(after);
}

describe('a whole moment', () => {
  it.each(traces)('is that step, settled ($grain)', (trace) => {
    for (let time = 0; time <= trace.length; time++) {
      const found = frame(trace, time);
      expect(found).toMatchObject({ time, settled: true, slide: 1, rise: 1, fall: 1 });
      expect(found.step).toEqual(trace.step(time));
      expect(found.from).toEqual(trace.step(time).window);
    }
  });
});

describe('a moment between two steps', () => {
  it('shows the later step on its way in, from where the window was', () => {
    fc.assert(
      fc.property(moments, ({ trace, step, part }) => {
        const found = frame(trace, step + part);
        expect(found.settled).toBe(false);
        expect(found.step).toEqual(trace.step(step + 1));
        expect(found.from).toEqual(trace.step(step).window ?? trace.step(1).window);
      })
    );
  });

  it('first slides the window, then lifts the products, then drops the sum', () => {
    fc.assert(
      fc.property(moments, ({ trace, step, part }) => {
        const { slide, rise, fall } = frame(trace, step + part);
        for (const proportion of [slide, rise, fall]) {
          expect(proportion).toBeGreaterThanOrEqual(0);
          expect(proportion).toBeLessThanOrEqual(1);
        }
        if (rise > 0) expect(slide).toBe(1);
        if (fall > 0) expect(rise).toBe(1);
        if (!moves(trace, step)) expect(slide).toBe(1);
      })
    );
  });

  it('never goes back', () => {
    fc.assert(
      fc.property(moments, between, ({ trace, step, part }, other) => {
        const early = frame(trace, step + Math.min(part, other));
        const late = frame(trace, step + Math.max(part, other));
        expect(early.slide).toBeLessThanOrEqual(late.slide);
        expect(early.rise).toBeLessThanOrEqual(late.rise);
        expect(early.fall).toBeLessThanOrEqual(late.fall);
      })
    );
  });

  it('joins its neighbours without a jump', () => {
    for (const trace of traces) {
      for (let step = 0; step < trace.length; step++) {
        const start = frame(trace, step + 1e-9);
        expect(start.rise).toBeCloseTo(0, 6);
        expect(start.fall).toBe(0);
        if (moves(trace, step)) expect(start.slide).toBeCloseTo(0, 6);
        const end = frame(trace, step + 1 - 1e-9);
        expect([end.slide, end.rise]).toEqual([1, 1]);
        expect(end.fall).toBeCloseTo(1, 6);
      }
    }
  });

  it('changes little in a little time', () => {
    fc.assert(
      fc.property(moments, ({ trace, step, part }) => {
        const now = frame(trace, step + part);
        const soon = frame(trace, step + Math.min(part + 1e-4, 0.9999));
        for (const key of ['slide', 'rise', 'fall'] as const) {
          expect(Math.abs(soon[key] - now[key])).toBeLessThan(1e-3);
        }
      })
    );
  });
});

describe('the way to the first step', () => {
  it('has no slide: the window appears where it belongs', () => {
    const found = frame(traces[0] as WindowTrace, 0.1);
    expect(found.from).toEqual({ row: 0, column: 0 });
    expect(found.slide).toBe(1);
  });
});

describe('between products of one cell', () => {
  it('the window stays', () => {
    const products = traces[1] as WindowTrace;
    expect(frame(products, 4.5)).toMatchObject({ slide: 1, from: { row: 0, column: 0 } });
    expect(frame(products, 9.1).slide).toBeLessThan(1);
  });
});

describe('a moment outside the trace', () => {
  it.each([-0.5, -1, 4.5, 5, Number.NaN, Number.POSITIVE_INFINITY])('%s is a RangeError', (time) => {
    expect(() => frame(traces[0] as WindowTrace, time)).toThrow(RangeError);
  });
});
