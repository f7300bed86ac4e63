import { canvasFor, fit, OLD_CANVAS, WIDE_CANVAS, zoomed } from '$lib/present/scale';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const extent = fc.record({
  width: fc.integer({ min: 200, max: 6000 }),
  height: fc.integer({ min: 200, max: 4000 })
});
const canvas = fc.constantFrom(WIDE_CANVAS, OLD_CANVAS);

describe('the canvas', () => {
  it.each([
    [1920, 1080, WIDE_CANVAS],
    [1366, 768, WIDE_CANVAS],
    [1280, 800, WIDE_CANVAS],
    [1024, 768, OLD_CANVAS],
    [1440, 1080, OLD_CANVAS],
    [390, 844, OLD_CANVAS]
  ])('of a window of %i×%i has the nearer shape', (width, height, expected) => {
    expect(canvasFor({ width, height })).toBe(expected);
  });

  it('is drawn at twice its size by a projector of 1920×1080', () => {
    expect(fit(WIDE_CANVAS, { width: 1920, height: 1080 })).toEqual({ scale: 2, left: 0, top: 0 });
    expect(fit(OLD_CANVAS, { width: 1440, height: 1080 })).toEqual({ scale: 2, left: 0, top: 0 });
  });

  it('touches two edges of its box, leaves none, and stands in the middle', () => {
    fc.assert(
      fc.property(canvas, extent, (size, box) => {
        const { scale, left, top } = fit(size, box);
        expect(Math.min(left, top)).toBeCloseTo(0, 6);
        expect(left + size.width * scale + left).toBeCloseTo(box.width, 6);
        expect(top + size.height * scale + top).toBeCloseTo(box.height, 6);
      })
    );
  });

  it('shows the place that is enlarged, and nothing beyond its edges', () => {
    fc.assert(
      fc.property(
        canvas,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (size, x, y) => {
          const place = { x: x * size.width, y: y * size.height };
          const { scale, left, top } = zoomed(size, place);
          for (const [at, whole, start] of [
            [place.x, size.width, left],
            [place.y, size.height, top]
          ] as const) {
            expect(start).toBeLessThanOrEqual(0);
            expect(start + whole * scale).toBeGreaterThanOrEqual(whole - 1e-9);
            const shown = start + at * scale;
            expect(shown).toBeGreaterThanOrEqual(-1e-9);
            expect(shown).toBeLessThanOrEqual(whole + 1e-9);
          }
        }
      )
    );
  });
});
