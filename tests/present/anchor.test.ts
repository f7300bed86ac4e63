import { describe, expect, it } from 'vitest';
import { anchored, onCanvas, type StagePart, type StrokePoint } from '$lib/present/anchor';

const WIDE = { width: 960, height: 540 };
const OLD = { width: 720, height: 540 };

const part = (name: string, left: number, top: number, width: number, height: number): StagePart => ({
  name,
  left,
  top,
  width,
  height
});

/** From the middle of the second of four columns to that of the third, in the first of two rows. */
const across = ({ left, top, width, height }: StagePart): StrokePoint[] => [
  [left + (3 * width) / 8, top + height / 4, 0.5],
  [left + (5 * width) / 8, top + height / 4, 0.5]
];

describe('a stroke', () => {
  const grids = [part('input 1', 100, 100, 200, 100), part('output 1', 500, 150, 80, 40)];

  it('is where it was drawn, on the same canvas', () => {
    const points = across(grids[0] as StagePart);
    expect(onCanvas(anchored(points, grids, WIDE), grids, WIDE)).toEqual(
      points.map(([x, y, pressure]) => [expect.closeTo(x, 1), expect.closeTo(y, 1), pressure])
    );
  });

  it('lies over the same cells where the grid stands elsewhere and is larger', () => {
    const stroke = anchored(across(grids[1] as StagePart), grids, OLD);
    const moved = part('output 1', 40, 300, 160, 80);
    const [first, last] = onCanvas(stroke, [part('input 1', 500, 10, 100, 50), moved], WIDE);
    expect(first).toEqual([expect.closeTo(100, 1), expect.closeTo(320, 1), 0.5]);
    expect(last).toEqual([expect.closeTo(140, 1), expect.closeTo(320, 1), 0.5]);
  });

  it('belongs to the part that is nearest, and of those under it to the smallest', () => {
    const frame = part('kernel 1', 90, 90, 300, 200);
    expect(anchored(across(grids[0] as StagePart), [frame, ...grids], WIDE).part).toBe('input 1');
    expect(anchored([[470, 160, 0.5]], grids, WIDE).part).toBe('output 1');
  });

  it('keeps its size on the sum, whose letters have one size', () => {
    const stroke = anchored(
      [
        [130, 420, 0.5],
        [180, 420, 0.5]
      ],
      [part('equation 1', 18, 400, 924, 80)],
      WIDE
    );
    const points = onCanvas(stroke, [part('equation 1', 18, 380, 684, 108)], OLD);
    expect(points).toEqual([
      [expect.closeTo(130, 1), expect.closeTo(400, 1), 0.5],
      [expect.closeTo(180, 1), expect.closeTo(400, 1), 0.5]
    ]);
  });

  it('stands at its share of the canvas where nothing has a name, or no more', () => {
    const bare = anchored([[480, 270, 0.5]], [], WIDE);
    expect(onCanvas(bare, [], OLD)[0]).toEqual([expect.closeTo(360, 0), expect.closeTo(270, 0), 0.5]);
    const lost = anchored([[540, 170, 0.5]], grids, WIDE);
    expect(onCanvas(lost, [], OLD)[0]).toEqual([expect.closeTo(405, 0), expect.closeTo(170, 0), 0.5]);
  });
});
