import { model } from '$lib/kinds/bias/model';
import { wrong } from '$lib/kinds/bias/wrong';
import { gradePrediction } from '$lib/kinds/models';
import { Fraction, matrix } from '$lib/engine';
import type { Grain } from '$lib/trace';
import { describe, expect, it } from 'vitest';

const RULES: readonly string[] = ['forgot-bias', 'bias-per-weight', 'multiplied-bias', 'other-bias'];

describe.each<Grain>(['cell', 'product'])('a predicted cell of a convolution with bias (%s)', (grain) => {
  // Sums by hand: 1×2 + 2×1 = 4 and 2×2 + 5×1 = 9 with the first filter, 2 and 5 with the second.
  const biases = [new Fraction(-3), new Fraction(7)];
  const settings = {
    input: matrix([[1, 2, 5]]),
    kernels: [matrix([[2, 1]]), matrix([[0, 1]])],
    biases,
    activation: 'none' as const
  };
  const grade = (cell: number, answer: number, rules = RULES) =>
    gradePrediction({ model, wrong }, model.run(settings, grain), cell + 1, new Fraction(answer), rules);

  it('is its sum and the bias of its own filter', () => {
    for (const [cell, value] of [4 - 3, 9 - 3, 2 + 7, 5 + 7].entries()) {
      expect(grade(cell, value)).toMatchObject({ code: 'correct' });
      expect(grade(cell, 100).value.valueOf()).toBe(value);
    }
  });

  it.each([
    [1, 'forgot-bias', 9],
    [1, 'bias-per-weight', 9 + 2 * -3],
    [1, 'multiplied-bias', 9 * -3],
    [1, 'other-bias', 9 + 7],
    [2, 'forgot-bias', 2],
    [2, 'bias-per-weight', 2 + 2 * 7],
    [2, 'multiplied-bias', 2 * 7],
    [2, 'other-bias', 2 - 3]
  ] as const)('cell %i: %s gives %i', (cell, rule, answer) => {
    expect(grade(cell, answer)).toMatchObject({ code: 'wrong', rule });
    expect(grade(cell, answer, [])).toMatchObject({ code: 'wrong', rule: null });
  });

  it('wrong for no known reason is just wrong', () => {
    expect(grade(1, 99)).toMatchObject({ code: 'wrong', rule: null });
  });

  it('is none where there is no cell', () => {
    expect(() => grade(4, 0)).toThrow(RangeError);
    expect(() => grade(-1, 0)).toThrow(RangeError);
    expect(() => grade(0.5, 0)).toThrow(RangeError);
  });
});
