import { movingPatternLayout } from '$lib/kinds/moving-pattern/layout';
import { model, type RawMovingPattern } from '$lib/kinds/moving-pattern/model';
import lesson from '$lessons/02-why-convolution/lesson';
import { describe, expect, it } from 'vitest';

const raw = lesson.scenes.find(({ id }) => id === 'moving-pattern')?.settings as RawMovingPattern;
const settings = model.read(raw);
const run = model.run(settings, 'cell');

describe('the stage of a pattern that moves', () => {
  it('has image and map in one line, row 1 beside row 1; on a phone column 1 below column 1', () => {
    const { wide, narrow } = movingPatternLayout(run, settings);
    expect(wide.boxes.output?.y).toBe(wide.boxes.input?.y);
    expect(narrow.boxes.output?.x).toBe(narrow.boxes.input?.x);
  });

  it('has them in one line when it is projected, too', () => {
    const { projected } = movingPatternLayout(run, settings);
    for (const { boxes } of [projected?.full, projected?.old].flatMap((one) => one ?? [])) {
      expect(boxes.output?.y).toBe(boxes.input?.y);
    }
    expect(projected).toBeDefined();
  });
});

describe('a pattern between two steps', () => {
  it('has true numbers at every place that it passes: the 5 where the pattern is', () => {
    for (let row = 0; row < run.mapSize.height; row++) {
      for (let column = 0; column < run.mapSize.width; column++) {
        const { peak, map, place } = run.at({ row, column });
        expect([peak, place]).toEqual([
          { row, column },
          { row, column }
        ]);
        expect(map.data[row * run.mapSize.width + column]?.valueOf()).toBe(5);
      }
    }
  });
});
