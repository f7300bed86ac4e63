import { greyOf, valuesAt, wholeView, type Picture, type Plane } from '$lib/picture';
import { paintCells } from '$lib/picture/painting/cells';
import type { Frame } from '$lib/picture/painting/frame';
import { digitsOf, type Digits } from '$lib/picture/painting/digits';
import { inkOn } from '$lib/picture/painting/ink';
import { sceneOf } from '$lib/picture/panels';
import { scaleOf, type PictureView, type Size } from '$lib/picture/view';
import { rgb } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const value = fc.integer({ min: 0, max: 255 });

/** Digits that are boxes, full of ink. */
const boxes = (width: number, height: number): Digits =>
  digitsOf(
    {
      size: 1,
      width,
      height,
      coverage: Array.from({ length: 10 }, () => new Uint8ClampedArray(width * height).fill(255))
    },
    1
  );
const POINTS = boxes(1, 1);

function drawn(picture: Picture, view: PictureView, box: Size, line = 0, digits: Digits | null = null) {
  const { view: kept, panels } = sceneOf(view, picture, box);
  const bytes = new Uint8ClampedArray(box.width * box.height * 4);
  const frame: Frame = { ...box, points: new Uint32Array(bytes.buffer) };
  const overlapping = panels.length > 1 && view.apart < 1;
  const scale = scaleOf(kept.columns, picture, panels[0]);
  for (const panel of panels)
    paintCells(frame, picture, panel, kept, { scale, line, lineWidth: 1, overlapping, digits });
  return {
    panels,
    scale,
    at: (x: number, y: number) => [...bytes.slice((y * box.width + x) * 4).slice(0, 4)]
  };
}

/** Four pixels: red, grey, nearly white, dark blue. */
const FOUR: Picture = {
  width: 2,
  height: 2,
  data: new Uint8ClampedArray([200, 0, 0, 100, 100, 100, 250, 240, 230, 0, 10, 90])
};
const BOX = { width: 200, height: 200 };

describe('grey', () => {
  it('is the luma of BT.601, rounded', () => {
    // 0.299 · 120 + 0.587 · 90 + 0.114 · 30 = 35.88 + 52.83 + 3.42 = 92.13
    expect(greyOf(120, 90, 30)).toBe(92);
    expect([greyOf(255, 0, 0), greyOf(0, 255, 0), greyOf(0, 0, 255)]).toEqual([76, 150, 29]);
    // 0.299 · 2 + 0.587 · 3 + 0.114 · 1 = 2.473; 0.299 · 3 + 0.587 · 2 + 0.114 · 4 = 2.527
    expect([greyOf(2, 3, 1), greyOf(3, 2, 4)]).toEqual([2, 3]);
  });

  it('of a grey is that grey, and lies between the darkest and the lightest plane', () => {
    for (let grey = 0; grey < 256; grey++) expect(greyOf(grey, grey, grey)).toBe(grey);
    fc.assert(
      fc.property(value, value, value, (r, g, b) => {
        expect(greyOf(r, g, b)).toBeGreaterThanOrEqual(Math.min(r, g, b));
        expect(greyOf(r, g, b)).toBeLessThanOrEqual(Math.max(r, g, b));
      })
    );
  });

  it('stands beside the numbers of a pixel', () => {
    expect(valuesAt(FOUR, { row: 1, column: 0 })).toEqual({ red: 250, green: 240, blue: 230, grey: 242 });
  });
});

/** WCAG 2.2, relative luminance and contrast. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const { r, g, b } = rgb(colour);
    const linear = (channel: number) =>
      channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('what is written on a colour', () => {
  const readable = (r: number, g: number, b: number) => {
    const ink = inkOn(r, g, b);
    return contrast(`rgb(${ink},${ink},${ink})`, `rgb(${r},${g},${b})`);
  };

  it('has a contrast of 4.5 to 1 on every grey and on every value of every plane', () => {
    for (let one = 0; one < 256; one++) {
      for (const [r, g, b] of [
        [one, one, one],
        [one, 0, 0],
        [0, one, 0],
        [0, 0, one]
      ] as const) {
        expect(readable(r, g, b)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('has it on every colour', () => {
    fc.assert(
      fc.property(value, value, value, (r, g, b) => {
        expect(readable(r, g, b)).toBeGreaterThanOrEqual(4.5);
      })
    );
  });
});

describe('digits made smaller', () => {
  const master = (width: number, height: number, ...rows: number[][]) => ({
    size: 8,
    width,
    height,
    coverage: Array.from({ length: 10 }, () => new Uint8ClampedArray(rows.flat()))
  });
  const shadesOf = (digits: Digits) => {
    const [glyph] = digits.glyphs;
    return glyph
      ? [...glyph.shades].map((shade, index) => [glyph.rows[index], glyph.columns[index], shade])
      : [];
  };

  it('cover the mean of what they covered', () => {
    const half = digitsOf(master(4, 2, [255, 255, 0, 0], [255, 255, 255, 0]), 4);
    expect([half.width, half.height]).toEqual([2, 1]);
    // All of four points, and one of four.
    expect(shadesOf(half)).toEqual([
      [0, 0, 16],
      [0, 1, 4]
    ]);
  });

  it('share a point between two where the sizes do not divide', () => {
    // Three points to two: the middle one goes half to each.
    const two = digitsOf(master(3, 1, [0, 255, 0]), 16 / 3);
    expect(shadesOf(two).map(([, , shade]) => shade)).toEqual([5, 5]);
  });
});

describe('large pixels', () => {
  it('are squares of their own colour, edge to edge', () => {
    const { at } = drawn(FOUR, wholeView(FOUR), BOX);
    expect([at(0, 0), at(99, 99)]).toEqual([
      [200, 0, 0, 255],
      [200, 0, 0, 255]
    ]);
    expect(at(100, 0)).toEqual([100, 100, 100, 255]);
    expect(at(0, 100)).toEqual([250, 240, 230, 255]);
    expect(at(199, 199)).toEqual([0, 10, 90, 255]);
  });

  it.each<[Plane, number[]]>([
    ['grey', [242, 242, 242, 255]],
    ['red', [250, 0, 0, 255]],
    ['green', [0, 240, 0, 255]],
    ['blue', [0, 0, 230, 255]]
  ])('of the %s plane go from black to that colour', (plane, expected) => {
    expect(drawn(FOUR, wholeView(FOUR, plane), BOX).at(50, 150)).toEqual(expected);
  });

  it('have lines between them, two fifths on the way to black or white', () => {
    const { at } = drawn(FOUR, wholeView(FOUR), BOX, 1);
    // Dark red goes to white: 200 + 0.4 · 55, 0 + 0.4 · 255; light goes to black: 0.6 of 250, 240 and 230.
    for (const point of [at(99, 50), at(50, 99)]) expect(point).toEqual([222, 102, 102, 255]);
    expect(at(99, 150)).toEqual([150, 144, 138, 255]);
    expect(at(98, 50)).toEqual([200, 0, 0, 255]);
    // Half drawn: half as far.
    expect(drawn(FOUR, wholeView(FOUR), BOX, 0.5).at(99, 50)).toEqual([211, 51, 51, 255]);
  });

  it('leave what lies beside the picture clear', () => {
    const { at } = drawn(FOUR, wholeView(FOUR), { width: 400, height: 200 });
    expect([at(99, 100), at(300, 100)]).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0]
    ]);
    expect(at(100, 100)[3]).toBe(255);
  });

  it('of planes that lie on each other add up to the colour, at every point', () => {
    const whole = drawn(FOUR, wholeView(FOUR), BOX, 0);
    // So little apart that the panels still lie on the same points.
    const planes = drawn(FOUR, wholeView(FOUR, 'colour', 1e-6), BOX, 0);
    for (const [x, y] of [
      [10, 10],
      [150, 50],
      [50, 150],
      [190, 190]
    ] as const) {
      expect(planes.at(x, y)).toEqual(whole.at(x, y));
    }
  });

  it('stand in three planes, each in its own colour, when these are apart', () => {
    const { at, panels } = drawn(FOUR, wholeView(FOUR, 'colour', 1), { width: 600, height: 224 });
    const [red, green, blue] = panels.map(({ left, top, width, height }) =>
      at(Math.round(left + width / 2 - 20), Math.round(top + height / 2 + 20))
    );
    expect([red, green, blue]).toEqual([
      [250, 0, 0, 255],
      [0, 240, 0, 255],
      [0, 0, 230, 255]
    ]);
  });

  it('carry three numbers in colour and one in a plane, in ink that stands out', () => {
    const isInk = ([r, g, b]: readonly number[]) => r === g && g === b && (r === 0 || r === 255);
    const inked = (view: PictureView) => {
      const { at } = drawn(FOUR, view, BOX, 0, POINTS);
      return Array.from(
        { length: 100 },
        (_, y) => [...Array(100).keys()].filter((x) => isInk(at(x, y))).length
      );
    };
    // 200, 0, 0: three digits, then one, then one, at a sixth, a half and five sixths of the height.
    const colour = inked(wholeView(FOUR));
    expect(colour.flatMap((count, y) => (count > 0 ? [[y, count]] : []))).toEqual([
      [16, 3],
      [50, 1],
      [83, 1]
    ]);
    const red = inked(wholeView(FOUR, 'red'));
    expect(red.flatMap((count) => (count > 0 ? [count] : []))).toEqual([3]);
  });

  it('and their numbers end where the panel ends', () => {
    const wide = boxes(40, 40);
    const picture: Picture = { width: 30, height: 30, data: new Uint8ClampedArray(2700).fill(7) };
    for (const row of [3.3, 15.2]) {
      const view = { ...wholeView(picture, 'colour', 1), row, column: 9.7, columns: 3 };
      const box = { width: 400, height: 120 };
      const { at, panels } = drawn(picture, view, box, 1, wide);
      for (let x = 0; x < box.width; x++) {
        const inside = panels.some(
          ({ left, width }) => x >= Math.round(left) && x < Math.round(left + width)
        );
        if (!inside) expect(at(x, 60)).toEqual([0, 0, 0, 0]);
      }
    }
  });

  it('have a number only where all of it has room: 116 that is cut would read 16', () => {
    const picture: Picture = { width: 30, height: 30, data: new Uint8ClampedArray(2700).fill(116) };
    // Two columns and two rows are whole, and on each side half of another one, through the middle of its number.
    const view = { ...wholeView(picture, 'grey'), row: 15, column: 15, columns: 3 };
    const box = { width: 120, height: 120 };
    const { at } = drawn(picture, view, box, 0, boxes(8, 10));
    const points = Array.from({ length: 120 * 120 }, (_, index) => at(index % 120, Math.floor(index / 120)));
    const ink = points.filter(([red]) => red === 0 || red === 255);
    expect(ink).toHaveLength(4 * 3 * 8 * 10);
  });
});
