import { Fraction } from '$lib/engine';
import { COUNT_RULES, gradeAnswer } from '$lib/exercise';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const RULES = ['one-plane', 'added-lengths'] as const;
const grade = (shape: readonly number[], answer: number) => {
  const truth = new Fraction(shape.reduce((product, length) => product * length, 1));
  return gradeAnswer(new Fraction(answer), truth, RULES, (rule) => COUNT_RULES[rule]({ shape }));
};

describe('how many numbers an image holds', () => {
  it('a 4×4 colour image: 48, not 16 and not 11', () => {
    expect(grade([4, 4, 3], 48)).toMatchObject({ code: 'correct' });
    expect(grade([4, 4, 3], 16)).toMatchObject({ code: 'wrong', rule: 'one-plane' });
    expect(grade([4, 4, 3], 11)).toMatchObject({ code: 'wrong', rule: 'added-lengths' });
    expect(grade([4, 4, 3], 47)).toMatchObject({ code: 'wrong', rule: null });
  });

  it('is as many as there are places and planes, counted one by one', () => {
    const length = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(length, length, length, (rows, columns, planes) => {
        let count = 0;
        for (let row = 0; row < rows; row++)
          for (let column = 0; column < columns; column++)
            for (let plane = 0; plane < planes; plane++) count++;
        const { code, value } = grade([rows, columns, planes], count);
        expect(code).toBe('correct');
        expect(value.valueOf()).toBe(count);
      })
    );
  });

  it('a mistake that happens to give the right number is right', () => {
    // One plane only: 2·2·1 numbers, and its places are as many.
    expect(grade([2, 2, 1], 4)).toMatchObject({ code: 'correct' });
  });
});
