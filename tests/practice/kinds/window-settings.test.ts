import { exercise as missingSetting } from '$lib/practice/kinds/missing-setting/exercise';
import { exercise as samePadding } from '$lib/practice/kinds/same-padding/exercise';
import { LEVELS, type Answer, type MissingSetting } from '$lib/exercise';
import { questionOf } from '$lib/practice/exercises';
import { describe, expect, it } from 'vitest';

const texts = (answer: Answer) => answer.map((value) => value.toFraction()).join(' ');
const SEEDS = Array.from({ length: 100 }, (_, seed) => seed);

/** Walks along a padded line and counts the places; tells where the last window ends. */
function walk(line: number, span: number, stride: number): { places: number; end: number } {
  let [places, end] = [0, 0];
  for (let begin = 0; begin + span <= line; begin += stride) [places, end] = [places + 1, begin + span];
  return { places, end };
}

describe('the padding that keeps the size', () => {
  it('3×3 needs 1, 5×5 needs 2, 7×7 needs 3', () => {
    const paddings = [3, 5, 7].map((kernel) =>
      texts(samePadding.answer({ of: 'image', input: 28, kernel, dilation: 1 }))
    );
    expect(paddings).toEqual(['1', '2', '3']);
  });

  it('5×5: who puts all at one end says 4, who takes the window says 5, who halves its middle as well says 3', () => {
    const asked = { of: 'image', input: 28, kernel: 5, dilation: 1 } as const;
    expect(samePadding.wrong['counted-once'](asked).map(texts)).toEqual(['4']);
    expect(samePadding.wrong['whole-window'](asked).map(texts)).toEqual(['5']);
    expect(samePadding.wrong['rounded-up'](asked).map(texts)).toEqual(['3']);
  });

  it.each(LEVELS)(
    'level %i: walking along the padded line makes as many outputs as there are inputs',
    (level) => {
      for (const seed of SEEDS) {
        const { parameters, answer } = questionOf('same-padding', level, seed);
        const { input, kernel, dilation } = parameters as Parameters<typeof samePadding.answer>[0];
        const padding = answer[0]?.valueOf() ?? Number.NaN;
        // What the window covers, tap by tap.
        const taps = Array.from({ length: kernel }, (_, tap) => tap * dilation);
        const span = Math.max(...taps) + 1;
        expect(walk(input + 2 * padding, span, 1).places, `seed ${seed}`).toBe(input);
      }
    }
  );
});

describe('the missing setting', () => {
  it('(7 + 2·1 − 3) / S + 1 = 4: S is 2', () => {
    const asked: MissingSetting = {
      input: 7,
      kernel: 3,
      stride: 2,
      padding: 1,
      output: 4,
      missing: 'stride'
    };
    expect(texts(missingSetting.answer(asked))).toBe('2');
    // 6/4, and (7 − 3)/3, and (7 + 1 − 3)/3, with what is left when they are rounded down.
    expect(missingSetting.wrong['forgot-first-place'](asked).map(texts)).toEqual(['3/2', '1']);
    expect(missingSetting.wrong['ignored-padding'](asked).map(texts)).toEqual(['4/3', '1']);
    expect(missingSetting.wrong['padding-once'](asked).map(texts)).toEqual(['5/3', '1']);
  });

  it.each(LEVELS)('level %i: of all settings only one gives this output', (level) => {
    for (const seed of SEEDS) {
      const { parameters, answer } = questionOf('missing-setting', level, seed);
      const { missing, input, kernel, stride, padding, output } = parameters as MissingSetting;
      const line = input + 2 * padding;
      const lengths = Array.from({ length: line }, (_, index) => index + 1);
      const fitting = lengths.filter((length) => {
        if (missing === 'stride') return walk(line, kernel, length).places === output;
        const { places, end } = walk(line, length, stride);
        return places === output && end === line;
      });
      expect(fitting.map(String), `seed ${seed}`).toEqual([texts(answer)]);
    }
  });
});
