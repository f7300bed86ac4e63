import { windowGeometry, type WindowGeometry } from '$lib/engine';
import { slidingWindowLayout } from '$lib/kinds/sliding-window/layout';
import { twoConventionsLayout } from '$lib/kinds/two-conventions/layout';
import { arrange, bestArrangement, type Arrangement, type Box } from '$lib/stage/layout';
import { placeBetween, type StageLayout } from '$lib/stage/placement';
import { describe, expect, it } from 'vitest';

const SIDES = [1, 2, 3, 4, 5, 6, 7, 8];
const SPACING = { across: 1, down: 0.5, label: 0.75 };

/** The least room above a grid, in cells, that its label needs. */
const LABEL = 0.7;
/** The least width of that label. */
const NAME = 2.6;
const LEAST = 1e-9;

/** Inputs, kernels, paddings and strides of every size; rows and columns take turns, so most are not square. */
function* geometries(): Generator<WindowGeometry> {
  for (const height of SIDES) {
    for (const kernelHeight of SIDES) {
      for (const padding of [0, 1, 2]) {
        for (const stride of [1, 2, 3]) {
          for (const turn of [0, 3, 5]) {
            const width = ((height + turn - 1) % 8) + 1;
            const kernelWidth = ((kernelHeight + 2 * turn - 1) % 8) + 1;
            if (kernelHeight > height + 2 * padding || kernelWidth > width + 2 * padding) continue;
            const kernel = { height: kernelHeight, width: kernelWidth };
            yield windowGeometry({ height, width }, kernel, { stride, padding });
          }
        }
      }
    }
  }
}

/** The box with the label above it, as wide as the wider of the two. */
const labelled = ({ x, y, rows, columns }: Box) => ({
  left: x,
  top: y - LABEL,
  right: x + Math.max(columns, NAME),
  bottom: y + rows
});

/** What is wrong with an arrangement: grids that overlap, or lie outside. */
function faults({ width, height, boxes }: Arrangement): string[] {
  const names = Object.keys(boxes);
  const areas = names.map((name) => labelled(boxes[name] as Box));
  const outside = areas.flatMap(({ left, top, right, bottom }, index) => {
    const inside = left >= -LEAST && top >= -LEAST && right <= width + LEAST && bottom <= height + LEAST;
    return inside ? [] : [`${names[index]} lies outside`];
  });
  const overlaps = areas.flatMap((one, index) =>
    areas.slice(index + 1).flatMap((two, offset) => {
      const apart =
        one.right <= two.left + LEAST ||
        two.right <= one.left + LEAST ||
        one.bottom <= two.top + LEAST ||
        two.bottom <= one.top + LEAST;
      return apart ? [] : [`${names[index]} and ${names[index + 1 + offset]} overlap`];
    })
  );
  return [...outside, ...overlaps];
}

const size = ({ height, width }: { height: number; width: number }) => `${height}×${width}`;
const sizesOf = ({ boxes }: Arrangement) =>
  Object.fromEntries(Object.entries(boxes).map(([name, { rows, columns }]) => [name, `${rows}×${columns}`]));

function expectSound(layoutOf: (geometry: WindowGeometry) => StageLayout): void {
  const bad = [...geometries()].flatMap((geometry) => {
    const { wide, narrow } = layoutOf(geometry);
    return [...faults(wide), ...faults(narrow)].map((fault) => ({ fault, geometry }));
  });
  expect(bad).toEqual([]);
}

describe('the stage of one sliding window', () => {
  it('has no two grids over one another, and none outside, at any size', () => {
    expectSound(slidingWindowLayout);
  });

  it('has every grid at its size, wide and narrow', () => {
    for (const geometry of geometries()) {
      const kernel = size(geometry.kernel);
      const expected = {
        input: size(geometry.padded),
        kernel,
        product: kernel,
        output: size(geometry.output)
      };
      const { wide, narrow } = slidingWindowLayout(geometry);
      expect(sizesOf(wide)).toEqual(expected);
      expect(sizesOf(narrow)).toEqual(expected);
    }
  });
});

describe('the stage of two conventions', () => {
  it('has no two grids over one another, and none outside, at any size', () => {
    expectSound(twoConventionsLayout);
  });

  it('has every grid at its size, wide and narrow', () => {
    for (const geometry of geometries()) {
      const kernel = size(geometry.kernel);
      const output = size(geometry.output);
      const expected = {
        input: size(geometry.padded),
        kernel,
        turned: kernel,
        output,
        turnedOutput: output
      };
      const { wide, narrow } = twoConventionsLayout(geometry);
      expect(sizesOf(wide)).toEqual(expected);
      expect(sizesOf(narrow)).toEqual(expected);
    }
  });
});

describe('a plan', () => {
  const sizes = { a: { rows: 2, columns: 3 }, b: { rows: 4, columns: 3 } };

  it('sets grids side by side, each below its label, centred', () => {
    expect(arrange({ across: ['a', 'b'] }, sizes, SPACING)).toEqual({
      width: 7,
      height: 4.75,
      boxes: { a: { x: 0, y: 1.75, rows: 2, columns: 3 }, b: { x: 4, y: 0.75, rows: 4, columns: 3 } }
    });
  });

  it('sets grids one above the other, aligned to the left', () => {
    expect(arrange({ down: ['a', 'b'] }, sizes, SPACING)).toEqual({
      width: 3,
      height: 8,
      boxes: { a: { x: 0, y: 0.75, rows: 2, columns: 3 }, b: { x: 0, y: 4, rows: 4, columns: 3 } }
    });
  });
});

describe('a grid narrower than its name', () => {
  it('leaves room for the name before the next one', () => {
    const one = { rows: 1, columns: 1 };
    const { boxes, width } = arrange({ across: ['a', 'b'] }, { a: one, b: one }, SPACING);
    expect(boxes['b']?.x).toBeGreaterThanOrEqual(NAME + SPACING.across);
    expect(boxes['b']?.columns).toBe(1);
    expect(width).toBeGreaterThanOrEqual(2 * NAME + SPACING.across);
  });
});

describe('of several plans', () => {
  const across = { across: ['a', 'b'] };
  const down = { down: ['a', 'b'] };
  const sizes = { a: { rows: 4, columns: 4 }, b: { rows: 4, columns: 4 } };
  const none = { across: 0, down: 0, label: 0 };
  const widthIn = (plans: Parameters<typeof bestArrangement>[0], width: number, height: number) =>
    bestArrangement(plans, sizes, none, { width, height }).width;

  it('the first is taken where all give cells of about the same size', () => {
    // Side by side the picture is 8 × 4 cells, one above the other 4 × 8.
    expect(widthIn([across, down], 100, 100)).toBe(8);
    expect(widthIn([down, across], 100, 100)).toBe(4);
    expect(widthIn([across, down], 100, 120)).toBe(8);
  });

  it('a later one is taken where its cells are clearly larger', () => {
    expect(widthIn([across, down], 100, 125)).toBe(4);
    expect(widthIn([down, across], 125, 100)).toBe(8);
  });
});

describe('grids side by side', () => {
  const sizes = { high: { rows: 6, columns: 6 }, low: { rows: 2, columns: 3 } };

  it('have their middles in one line, or their first rows where that is asked for', () => {
    const centred = arrange({ across: ['high', 'low'] }, sizes, SPACING).boxes;
    expect(centred.low?.y).toBe((centred.high?.y ?? NaN) + 2);
    const inLine = arrange({ across: ['high', 'low'], tops: 'in line' }, sizes, SPACING).boxes;
    expect(inLine.low?.y).toBe(inLine.high?.y);
  });
});

describe('a place on the way from one to another', () => {
  const box = (x: number, y: number): Box => ({ x, y, rows: 4, columns: 4 });
  const from = { wide: box(0, 1), narrow: box(0, 2), projected: { full: box(1, 1), old: box(2, 1) } };
  const to = { wide: box(8, 1), narrow: box(0, 6), projected: { full: box(9, 1), old: box(2, 5) } };

  it('begins at the one, ends at the other, and is between them in every arrangement', () => {
    expect(placeBetween(from, to, 0)).toEqual(from);
    expect(placeBetween(from, to, 1)).toEqual(to);
    expect(placeBetween(from, to, 0.25)).toEqual({
      wide: box(2, 1),
      narrow: box(0, 3),
      projected: { full: box(3, 1), old: box(2, 2) }
    });
  });
});
