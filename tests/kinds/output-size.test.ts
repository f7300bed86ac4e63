import { Fraction } from '$lib/engine';
import { gradePrediction } from '$lib/kinds/models';
import { model as conventions } from '$lib/kinds/size-conventions/model';
import { wrong as wrongConventions } from '$lib/kinds/size-conventions/wrong';
import { model as notations, verdictOn } from '$lib/kinds/size-notations/model';
import { model as walk } from '$lib/kinds/window-walk/model';
import { wrong } from '$lib/kinds/window-walk/wrong';
import { describe, expect, it } from 'vitest';

const line = { input: 8, kernel: 3, stride: 1, padding: 0, dilation: 1 };

describe('a predicted length', () => {
  const grade = (lengths: Partial<typeof line>, answer: number | string) =>
    gradePrediction(
      { model: walk, wrong },
      walk.run({ ...line, ...lengths }, 'cell'),
      2,
      new Fraction(answer),
      Object.keys(wrong)
    );

  it.each([
    ['one step and a half is one', { stride: 2 }, 3],
    ['padding is at both ends', { input: 6, kernel: 5, stride: 2, padding: 4 }, 5],
    ['gaps are covered too', { input: 9, dilation: 2 }, 5]
  ])('%s', (_, lengths, answer) => {
    expect(grade(lengths, answer)).toMatchObject({ code: 'correct' });
  });

  it.each([
    [{ stride: 2 }, 'rounded-up', 4],
    [{ stride: 2 }, 'unrounded', '7/2'],
    [{ stride: 2 }, 'forgot-first-place', 2],
    [{ stride: 2 }, 'ignored-stride', 6],
    [{ input: 6, kernel: 5, stride: 2, padding: 4 }, 'padding-once', 3],
    [{ input: 6, kernel: 5, stride: 2, padding: 4 }, 'rounded-up', 6],
    [{ input: 6, kernel: 5, stride: 2, padding: 4 }, 'ignored-padding', 1],
    [{ input: 9, dilation: 2 }, 'ignored-dilation', 7],
    [{ input: 9, dilation: 2 }, 'dilation-times-kernel', 4]
  ] as const)('%o: %s gives %s', (lengths, rule, answer) => {
    const run = walk.run({ ...line, ...lengths }, 'cell');
    expect(wrong[rule](run).map((value) => value.toFraction())).toContain(`${answer}`);
    expect(grade(lengths, answer)).toMatchObject({ code: 'wrong' });
  });

  it('by “same” is the input through the stride, rounded up', () => {
    const run = conventions.run({ ...line, input: 6, stride: 2, padding: 1 }, 'cell');
    const grade = (answer: number, rule: string) =>
      gradePrediction({ model: conventions, wrong: wrongConventions }, run, 2, new Fraction(answer), [rule]);
    expect(grade(3, 'kept-length')).toMatchObject({ code: 'correct' });
    expect(grade(6, 'kept-length')).toMatchObject({ code: 'wrong', rule: 'kept-length' });
  });
});

describe('a goal', () => {
  const reached = (goal: object, lengths: Partial<typeof line>) => {
    const settings = { ...line, ...lengths };
    return walk.reached?.({ name: 'output-length', ...goal }, settings, walk.run(settings, 'cell'));
  };

  it('of the same size is met by P = (F − 1)/2, and by no other way around', () => {
    const goal = { output: 8, kept: { input: 8, kernel: 5, stride: 1, dilation: 1 } };
    expect(reached(goal, { kernel: 5, padding: 2 })).toBe(true);
    expect(reached(goal, { kernel: 5, padding: 1 })).toBe(false);
    expect(reached(goal, { kernel: 1 })).toBe(false);
  });

  it('of a size with nothing left over is met by one stride of two that give the size', () => {
    const goal = { output: 3, leftover: 0, kept: { input: 11, kernel: 3 } };
    expect([1, 2, 3, 4, 5].filter((stride) => reached(goal, { input: 11, stride }))).toEqual([4]);
  });
});

describe('the notations', () => {
  const verdicts = (lengths: Partial<typeof line>) => {
    const run = notations.run({ ...line, ...lengths }, 'cell');
    return run.notations.map((notation) => verdictOn(notation, run.walk));
  };

  it('agree where the stride divides, as far as they know the padding', () => {
    expect(verdicts({ input: 9, stride: 2, padding: 1 })).toEqual(['right', 'right', 'right', 'wrong']);
    expect(verdicts({ input: 9, stride: 2 })).toEqual(['right', 'right', 'right', 'right']);
  });

  it('are to be rounded down where it does not', () => {
    expect(verdicts({ stride: 2, padding: 1 })).toEqual(['rounded', 'right', 'rounded', 'wrong']);
  });

  it('give no size where nothing fits', () => {
    expect(verdicts({ input: 1, kernel: 3 })).toEqual(['wrong', 'wrong', 'wrong', 'wrong']);
  });
});
