import { panelsOf, pixelAt, sceneOf } from '$lib/picture/panels';
import type { Picture } from '$lib/picture';
import {
  clampView,
  extentOf,
  pannedView,
  scaleOf,
  viewBetween,
  viewShowing,
  wholeView,
  zoomedView,
  type PictureView,
  type Size
} from '$lib/picture/view';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const SIZES: readonly Size[] = [
  { width: 1, height: 1 },
  { width: 1, height: 10_000 },
  { width: 10_000, height: 1 },
  { width: 4, height: 4 },
  { width: 451, height: 300 },
  { width: 512, height: 512 }
];
const size = fc.constantFrom(...SIZES);
const box = fc.record({
  width: fc.double({ min: 40, max: 2000, noNaN: true }),
  height: fc.double({ min: 40, max: 1200, noNaN: true })
});
const view: fc.Arbitrary<PictureView> = fc.record({
  plane: fc.constantFrom('colour', 'grey', 'red'),
  apart: fc.double({ min: 0, max: 1, noNaN: true }),
  row: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
  column: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
  columns: fc.double({ min: 1e-4, max: 1e5, noNaN: true })
});
const time = fc.double({ min: 0, max: 1, noNaN: true });

describe('a view between two views', () => {
  it('is the first at 0 and the second at 1, to the last digit', () => {
    fc.assert(
      fc.property(view, view, (from, to) => {
        expect(viewBetween(from, to, 0)).toEqual(from);
        expect(viewBetween(from, to, 1)).toEqual(to);
      })
    );
  });

  it('never turns back: zoom, place and the way apart go one way only', () => {
    fc.assert(
      fc.property(view, view, time, time, (from, to, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        const [before, after] = [viewBetween(from, to, early), viewBetween(from, to, late)];
        for (const key of ['apart', 'row', 'column', 'columns'] as const) {
          const way = to[key] - from[key];
          const slack = 1e-9 * (Math.abs(from[key]) + Math.abs(to[key]) + 1);
          expect((after[key] - before[key]) * Math.sign(way)).toBeGreaterThanOrEqual(-slack);
        }
      })
    );
  });

  it('zooms by the same factor in the same time', () => {
    const from = { ...wholeView({ width: 512, height: 400 }), columns: 512 };
    const to = { ...from, columns: 8 };
    const columns = [0, 0.25, 0.5, 0.75, 1].map((t) => viewBetween(from, to, t).columns);
    expect(columns[2]).toBeCloseTo(Math.sqrt(512 * 8), 9);
    for (let step = 1; step < columns.length; step++) {
      expect((columns[step] ?? 0) / (columns[step - 1] ?? 0)).toBeCloseTo((8 / 512) ** 0.25, 9);
    }
  });

  it('grows around one point, which stays where it is on the screen', () => {
    const from: PictureView = { plane: 'colour', apart: 0, row: 150, column: 225, columns: 400 };
    const to: PictureView = { ...from, row: 60, column: 300, columns: 10 };
    // The point x with (x - centre) / columns the same in both views: by a line through the two.
    const fixed = (from.column * to.columns - to.column * from.columns) / (to.columns - from.columns);
    const place = ({ column, columns }: PictureView) => (fixed - column) / columns;
    for (const t of [0.1, 0.5, 0.9]) {
      expect(place(viewBetween(from, to, t))).toBeCloseTo(place(from), 9);
    }
  });

  it('goes evenly where nothing is zoomed', () => {
    const from: PictureView = { plane: 'colour', apart: 0, row: 10, column: 10, columns: 20 };
    expect(viewBetween(from, { ...from, column: 30 }, 0.25).column).toBe(15);
  });

  it('lets the plane before fade while another one comes', () => {
    const from = wholeView({ width: 4, height: 4 });
    const to = wholeView({ width: 4, height: 4 }, 'grey');
    const between = viewBetween(from, to, 0.25);
    expect(between.plane).toBe('grey');
    expect(between.fading).toEqual({ plane: 'colour', share: 0.75 });
    expect(viewBetween(from, { ...from, apart: 1 }, 0.5).fading).toBeUndefined();
  });
});

describe('a view in its box', () => {
  it('always shows some of the picture, and never leaves room empty that the picture could fill', () => {
    fc.assert(
      fc.property(size, box, view, (picture, around, wanted) => {
        const { view: found, panels } = sceneOf(wanted, picture, around);
        const scale = scaleOf(found.columns, picture, panels[0]);
        for (const [side, centre, length] of [
          [picture.width, found.column, panels[0].width],
          [picture.height, found.row, panels[0].height]
        ] as const) {
          const seen = length / scale;
          const slack = 1e-6 * side + 1e-9;
          if (seen >= side) expect(centre).toBe(side / 2);
          else {
            expect(centre - seen / 2).toBeGreaterThanOrEqual(-slack);
            expect(centre + seen / 2).toBeLessThanOrEqual(side + slack);
          }
        }
        const extent = extentOf(found, picture, panels[0]);
        expect(extent.endRow).toBeGreaterThan(extent.firstRow);
        expect(extent.endColumn).toBeGreaterThan(extent.firstColumn);
      })
    );
  });

  it('is not changed by being kept in it a second time', () => {
    fc.assert(
      fc.property(size, box, view, (picture, around, wanted) => {
        const once = clampView(wanted, picture, around);
        const twice = clampView(once, picture, around);
        expect(twice.columns).toBeCloseTo(once.columns, 9);
        expect(twice.row).toBeCloseTo(once.row, 6);
        expect(twice.column).toBeCloseTo(once.column, 6);
      })
    );
  });

  it.each(SIZES)('shows a whole picture of $width×$height in a box of any shape', (picture) => {
    for (const around of [
      { width: 970, height: 400 },
      { width: 366, height: 380 }
    ]) {
      const found = clampView(wholeView(picture), picture, around);
      expect(extentOf(found, picture, around)).toEqual({
        firstRow: 0,
        endRow: picture.height,
        firstColumn: 0,
        endColumn: picture.width
      });
    }
  });

  it.each(SIZES)('comes so near to a picture of $width×$height that its numbers can be read', (picture) => {
    const around = { width: 970, height: 400 };
    const near = clampView({ ...wholeView(picture), columns: 1e-9 }, picture, around);
    expect(scaleOf(near.columns, picture, around)).toBeGreaterThanOrEqual(96 - 1e-9);
  });

  it('keeps the point under the pointer where it is while it zooms', () => {
    const picture = { width: 451, height: 300 };
    const around = { width: 900, height: 400 };
    const from: PictureView = { plane: 'colour', apart: 0, row: 150, column: 225, columns: 100 };
    const at = { x: 600, y: 130 };
    const under = (one: PictureView) => {
      const scale = scaleOf(one.columns, picture, around);
      return [one.column + (at.x - 450) / scale, one.row + (at.y - 200) / scale];
    };
    const [column = 0, row = 0] = under(zoomedView(from, 2, at, picture, around));
    expect(column).toBeCloseTo(under(from)[0] ?? 0, 9);
    expect(row).toBeCloseTo(under(from)[1] ?? 0, 9);
  });

  it('goes with the hand that drags it, up to the edge of the picture', () => {
    const picture = { width: 100, height: 100 };
    const around = { width: 400, height: 400 };
    const from: PictureView = { plane: 'grey', apart: 0, row: 50, column: 50, columns: 10 };
    expect(pannedView(from, { x: 80, y: 0 }, picture, around).column).toBe(48);
    expect(pannedView(from, { x: 1e6, y: -1e6 }, picture, around)).toMatchObject({ column: 5, row: 95 });
  });

  it('is moved no further than it takes to see a pixel whole', () => {
    const picture = { width: 100, height: 100 };
    const around = { width: 400, height: 400 };
    const from: PictureView = { plane: 'grey', apart: 0, row: 50, column: 50, columns: 10 };
    expect(viewShowing(from, { row: 52, column: 47 }, picture, around)).toEqual(from);
    // Columns 45 to 54 were seen; column 60 comes in at the right edge.
    expect(viewShowing(from, { row: 50, column: 60 }, picture, around).column).toBe(56);
    expect(viewShowing(from, { row: 0, column: 50 }, picture, around).row).toBe(5);
  });
});

describe('planes', () => {
  const picture: Picture = { width: 40, height: 30, data: new Uint8ClampedArray(3600) };

  it('lie in one panel until they come apart, and then in three of one size', () => {
    const around = { width: 900, height: 400 };
    expect(panelsOf(wholeView(picture), picture, around)).toEqual([
      { plane: 'colour', left: 0, top: 0, width: 900, height: 400 }
    ]);
    for (const apart of [0.01, 0.5, 1]) {
      const panels = panelsOf(wholeView(picture, 'colour', apart), picture, around);
      expect(panels.map(({ plane }) => plane)).toEqual(['red', 'green', 'blue']);
      expect(new Set(panels.map(({ width, height }) => `${width} ${height}`)).size).toBe(1);
    }
  });

  it('stand beside each other in a wide box and one below the other in a tall one, without overlap', () => {
    for (const [around, isWide] of [
      [{ width: 900, height: 400 }, true],
      [{ width: 360, height: 640 }, false]
    ] as const) {
      const panels = panelsOf(wholeView(picture, 'colour', 1), picture, around);
      for (const [index, panel] of panels.entries()) {
        const next = panels[index + 1];
        expect(panel.left + panel.width).toBeLessThanOrEqual(around.width + 1e-9);
        expect(panel.top + panel.height).toBeLessThanOrEqual(around.height + 1e-9);
        if (!next) continue;
        if (isWide) expect(next.left).toBeGreaterThanOrEqual(panel.left + panel.width);
        else expect(next.top).toBeGreaterThanOrEqual(panel.top + panel.height);
      }
    }
  });

  it('tell the same pixel in the same place of each panel', () => {
    const around = { width: 900, height: 400 };
    const scene = sceneOf({ ...wholeView(picture, 'colour', 1), columns: 10 }, picture, around);
    const pixels = scene.panels.map(({ left, top }) =>
      pixelAt(scene, picture, { x: left + 20, y: top + 30 })
    );
    expect(pixels[0]).not.toBeNull();
    expect(pixels[1]).toEqual(pixels[0]);
    expect(pixels[2]).toEqual(pixels[0]);
    expect(pixelAt(scene, picture, { x: 450, y: 4 })).toBeNull();
  });
});
