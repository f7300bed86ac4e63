import { exercise as fedOutputs } from '$lib/practice/kinds/fed-outputs/exercise';
import { exercise as visits } from '$lib/practice/kinds/visits/exercise';
import { LEVELS, type Answer } from '$lib/exercise';
import { questionOf } from '$lib/practice/exercises';
import { describe, expect, it } from 'vitest';

type Pixel = Parameters<typeof visits.answer>[0];

const texts = (answer: Answer) => answer.map((value) => value.toFraction()).join(' ');
const SEEDS = Array.from({ length: 100 }, (_, seed) => seed);

/** Moves the window over the padded input, place by place, and looks whether the pixel is under it. */
function lookedAt({ height, width, kernel, stride, padding, row, column }: Pixel): number[] {
  const found: number[] = [];
  for (let top = -padding; top + kernel <= height + padding; top += stride) {
    for (let left = -padding; left + kernel <= width + padding; left += stride) {
      const isUnder = row >= top && row < top + kernel && column >= left && column < left + kernel;
      found.push(isUnder ? 1 : 0);
    }
  }
  return found;
}

describe.each(LEVELS)('level %i', (level) => {
  it('the pixel feeds the outputs whose window was seen over it', () => {
    for (const seed of SEEDS) {
      const { parameters, answer } = questionOf('fed-outputs', level, seed);
      expect(texts(answer), `seed ${seed}`).toBe(lookedAt(parameters as Pixel).join(' '));
    }
  });

  it('it is visited as often as a window was seen over it', () => {
    for (const seed of SEEDS) {
      const { parameters, answer } = questionOf('visits', level, seed);
      const seen = lookedAt(parameters as Pixel).filter((found) => found === 1).length;
      expect(texts(answer), `seed ${seed}`).toBe(`${seen}`);
    }
  });
});

describe('a 3×3 window on 4×4, as the lesson counts it', () => {
  const pixel = (row: number, column: number, padding = 0): Pixel => {
    return { height: 4, width: 4, kernel: 3, stride: 1, padding, row, column };
  };

  it('a corner is visited once, the middle four times; with one ring of zeros 4, 6 and 9 times', () => {
    const count = (asked: Pixel) => texts(visits.answer(asked));
    expect([count(pixel(0, 0)), count(pixel(1, 1))]).toEqual(['1', '4']);
    expect([count(pixel(0, 0, 1)), count(pixel(0, 1, 1)), count(pixel(1, 1, 1))]).toEqual(['4', '6', '9']);
  });

  it('with full padding nine is right, so it is no misconception there', () => {
    expect(texts(visits.answer(pixel(0, 3, 2)))).toBe('9');
    expect(visits.wrong.uniform(pixel(0, 3, 2))).toEqual([]);
    expect(visits.wrong['as-same'](pixel(0, 3, 2)).map(texts)).toEqual(['4']);
    expect(visits.wrong['padding-ignored'](pixel(0, 3, 2)).map(texts)).toEqual(['1']);
  });

  it('row 1, column 2 feeds both outputs of the first row', () => {
    expect(texts(fedOutputs.answer(pixel(0, 1)))).toBe('1 1 0 0');
    expect(fedOutputs.wrong['same-place'](pixel(0, 1)).map(texts)).toEqual(['0 1 0 0']);
    expect(fedOutputs.wrong.swapped(pixel(0, 1)).map(texts)).toEqual(['1 0 1 0']);
  });
});
