import { lessonPage } from '$lib/course/library.server';
import { shapeOf, viewAt } from '$lib/kinds/picture/stop-view';
import { PHOTOS } from '$lib/picture/photos';
import { describe, expect, it } from 'vitest';

const page = lessonPage('pixels', 'en');
if (!page) throw new Error('there is no lesson on pixels');

function scene(id: string) {
  const found = page?.scenes.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`there is no scene ${id}`);
  return found;
}

/** The three numbers of a pixel of the small image, by row and column counted from 1. */
function pixel(row: number, column: number): number[] {
  const { settings } = scene('four-by-four-image');
  if (!('red' in settings)) throw new Error('the scene is no colour image');
  return [settings.red, settings.green, settings.blue].map((plane) => plane[row - 1]?.[column - 1] ?? -1);
}

function stops(id: string) {
  const { settings } = scene(id);
  if (!('stops' in settings) || 'wall' in settings) throw new Error('the scene is no picture');
  return settings.stops;
}

describe('what the words say of the small image is so', () => {
  it('its shape is (4, 4, 3), and it has sixteen pixels', () => {
    const { settings } = scene('four-by-four-image');
    if (!('red' in settings)) throw new Error('the scene is no colour image');
    for (const plane of [settings.red, settings.green, settings.blue]) {
      expect([plane.length, ...plane.map((row) => row.length)]).toEqual([4, 4, 4, 4, 4]);
    }
  });

  it('red, white, yellow and greys are where the words place them', () => {
    expect(pixel(1, 1)).toEqual([255, 0, 0]);
    expect(pixel(1, 4)).toEqual([255, 255, 255]);
    expect(pixel(2, 1)).toEqual([255, 255, 0]);
    expect(pixel(2, 4)).toEqual([0, 0, 0]);
    for (const column of [1, 2, 3, 4]) expect(new Set(pixel(4, column)).size).toBe(1);
  });
});

describe('what the words say of the photograph is so', () => {
  it('it is 300 high and 451 wide', () => {
    expect(PHOTOS.chelsea).toMatchObject({ width: 451, height: 300 });
  });

  it('each step of the first scene comes closer, and only its start is in colour', () => {
    const seen = stops('photograph').map(({ columns }) => columns ?? PHOTOS.chelsea.width);
    for (const [index, columns] of seen.entries())
      if (index > 1) expect(columns).toBeLessThan(seen[index - 1] ?? 0);
    expect(stops('photograph').map(({ plane }) => plane)).toEqual(['colour', 'grey', 'grey', 'grey', 'grey']);
  });

  it('the planes begin and end together', () => {
    const views = stops('colour-planes');
    expect([views.at(0), views.at(-1)].map((view) => view?.apart)).toEqual([false, false]);
    expect(views[1]?.apart).toBe(true);
  });
});

describe('what a step shows of a picture', () => {
  const size = { width: 40, height: 30 };

  it('is the stop of its number, at whole times', () => {
    const [first, second] = [
      { plane: 'colour', apart: false, row: 0.5, column: 0.5, columns: null },
      { plane: 'grey', apart: false, row: 0.25, column: 0.75, columns: 10 }
    ] as const;
    expect(viewAt([first, second], 0, size)).toMatchObject({
      plane: 'colour',
      columns: 40,
      row: 15,
      column: 20
    });
    expect(viewAt([first, second], 1, size)).toMatchObject({
      plane: 'grey',
      columns: 10,
      row: 7.5,
      column: 30
    });
    const between = viewAt([first, second], 0.5, size).columns;
    expect(between).toBeGreaterThan(10);
    expect(between).toBeLessThan(40);
  });

  it('of a picture with fewer columns is all of it', () => {
    const stop = { plane: 'grey', apart: false, row: 0, column: 0, columns: 12 } as const;
    expect(viewAt([stop], 0, { width: 1, height: 1 })).toMatchObject({ columns: 1, row: 0.5, column: 0.5 });
  });

  it('goes in as far on a picture that is higher than wide, counted in rows', () => {
    const stop = { plane: 'grey', apart: false, row: 0.5, column: 0.5, columns: 12 } as const;
    for (const [width, height] of [
      [1, 10_000],
      [30, 40]
    ] as const) {
      const { columns, row } = viewAt([stop], 0, { width, height });
      expect((columns / width) * height).toBeCloseTo(12);
      expect(row).toBe(height / 2);
    }
  });

  it('has three channels in colour and one in grey', () => {
    expect(shapeOf({ plane: 'colour' }, size)).toEqual([30, 40, 3]);
    for (const plane of ['grey', 'red', 'green', 'blue'] as const)
      expect(shapeOf({ plane }, size)).toEqual([30, 40, 1]);
  });
});
