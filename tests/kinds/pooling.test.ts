import { Fraction, maxPool2d, exactTensor, rowsOf } from '$lib/engine';
import { gradePrediction } from '$lib/kinds/models';
import { model as countModel } from '$lib/kinds/pooling-count/model';
import { wrong as countWrong } from '$lib/kinds/pooling-count/wrong';
import { model as shiftModel } from '$lib/kinds/pooled-shift/model';
import { wrong as shiftWrong } from '$lib/kinds/pooled-shift/wrong';
import { model } from '$lib/kinds/pooling/model';
import type { RawPoolingSettings } from '$lib/kinds/pooling/settings';
import { wrong } from '$lib/kinds/pooling/wrong';
import { describe, expect, it } from 'vitest';

type Rows = number[][];

const raw = (channels: Rows[], own: Partial<RawPoolingSettings> = {}): RawPoolingSettings => ({
  channels,
  show: 'max',
  size: 2,
  stride: 2,
  padding: 0,
  ceil: false,
  ...own
});
const runOf = (settings: RawPoolingSettings) => model.run(model.read(settings), 'cell');

/** Grades an answer to a cell, counted from 1. */
function ruleOf(settings: RawPoolingSettings, cell: number, answer: number | string, rules: string[]) {
  return gradePrediction({ model, wrong }, runOf(settings), cell, new Fraction(answer), rules);
}

const SOURCE = [
  [3, -1, 12, -1],
  [-3, 1, 0, 1],
  [2, -3, 0, 1],
  [3, -2, 4, -1]
];

describe('the example that both poolings are worked out on', () => {
  it('has the maxima 3, 12, 3, 4', () => {
    const run = runOf(raw([SOURCE]));
    expect([1, 2, 3, 4].map((cell) => model.value(run, cell).valueOf())).toEqual([3, 12, 3, 4]);
  });

  it('has the means 0, 3, 0, 1', () => {
    const run = runOf(raw([SOURCE], { show: 'average' }));
    expect([1, 2, 3, 4].map((cell) => model.value(run, cell).valueOf())).toEqual([0, 3, 0, 1]);
  });
});

describe('a pooling of several channels', () => {
  const channels = [SOURCE, SOURCE.map((row) => row.map((value) => 10 - value))];

  it('is that of the whole tensor, one channel after the other', () => {
    const run = runOf(raw(channels));
    const whole = maxPool2d(exactTensor([channels]), 2);
    const walked = whole.data.map((_, index) => model.value(run, index + 1));
    expect(walked.map(String)).toEqual(whole.data.map(String));
    expect(run.length).toBe(8);
  });

  it('learns nothing', () => {
    expect(runOf(raw(channels)).parameters).toBe(0);
  });
});

describe('who predicts a maximum', () => {
  const own = raw([
    [
      [0, 0, 2, -9],
      [0, 0, 5, 1]
    ]
  ]);

  it.each([
    ['largest-magnitude', -9],
    ['largest-magnitude', 9],
    ['first-value', 2],
    ['added-up', -1],
    ['other-pooling', '-1/4']
  ])('by %s answers %s', (rule, answer) => {
    expect(ruleOf(own, 2, answer, [rule])).toMatchObject({ code: 'wrong', rule });
  });

  it('is right with 5', () => {
    expect(ruleOf(own, 2, 5, Object.keys(wrong))).toMatchObject({ code: 'correct' });
  });

  it('may take 0 for the least, where all are negative', () => {
    const negative = raw([[[0, 0, -4, -2], [0, 0, -8, -3]]]); // prettier-ignore
    expect(ruleOf(negative, 2, 0, ['never-negative'])).toMatchObject({
      code: 'wrong',
      rule: 'never-negative'
    });
    expect(ruleOf(negative, 2, -2, ['never-negative'])).toMatchObject({ code: 'correct' });
  });

  it('may move the window by one cell, or by its size', () => {
    const row = raw([[[1, 2, 3, 4, 9, 5]]], { size: 1, stride: 2 });
    expect(ruleOf(row, 2, 2, ['moved-by-one'])).toMatchObject({ rule: 'moved-by-one' });
    const wide = raw([Array.from({ length: 3 }, () => [1, 2, 3, 4, 9, 5])], { size: 3, stride: 2 });
    expect(ruleOf(wide, 2, 4, ['moved-by-one'])).toMatchObject({ rule: 'moved-by-one' });
    const other = raw([Array.from({ length: 3 }, () => [1, 2, 3, 4, 5, 9])], { size: 3, stride: 2 });
    expect(ruleOf(other, 2, 9, ['moved-by-size'])).toMatchObject({ rule: 'moved-by-size' });
  });

  it('may look into the other channels', () => {
    const two = raw([[[1, 2], [3, 4]], [[5, 6], [7, 8]]], { size: 1, stride: 1 }); // prettier-ignore
    expect(ruleOf(two, 2, 6, ['mixed-channels'])).toMatchObject({ rule: 'mixed-channels' });
    expect(ruleOf(two, 2, 8, ['mixed-channels'])).toMatchObject({ rule: 'mixed-channels' });
  });
});

it('who predicts a mean may divide by the side, or leave out the zeros', () => {
  const settings = raw([[[0, 0, 1, 5], [0, 0, 0, 3]]], { show: 'average' }); // prettier-ignore
  expect(ruleOf(settings, 2, '9/2', ['wrong-divisor'])).toMatchObject({ rule: 'wrong-divisor' });
  expect(ruleOf(settings, 2, 3, ['wrong-divisor'])).toMatchObject({ rule: 'wrong-divisor' });
  expect(ruleOf(settings, 2, '9/4', ['wrong-divisor'])).toMatchObject({ code: 'correct' });
});

describe('a link of a pooling', () => {
  const own = model.read(raw([SOURCE]));
  const read = (query: string) => model.link.read(new URLSearchParams(query), own);

  it('carries what differs, and is read back', () => {
    const settings = { ...own, size: 3, stride: 1, padding: 1, ceil: true };
    const parts = model.link.write(settings, own);
    expect(parts).toEqual(['size=3', 'stride=1', 'padding=1', 'ceil=1']);
    expect(read(parts.join('&'))).toEqual({ settings, problems: [] });
  });

  it.each([
    ['stride=0', ['stride']],
    ['stride=9', ['stride']],
    ['size=x', ['size']],
    ['ceil=2', ['size']],
    ['input=1,x', ['input']],
    ['input-2=1', ['plane']],
    ['size=5', ['kernel-too-large']],
    ['padding=2', ['kernel-too-large']]
  ])('with %s says so and keeps the own', (query, problems) => {
    expect(read(query)).toEqual({ settings: own, problems });
  });
});

describe('a goal of a pooling', () => {
  const reached = (goal: unknown, settings: RawPoolingSettings) =>
    model.reached?.(goal, model.read(settings), runOf(settings));
  const goal = { name: 'output-size', height: 3, width: 3 };
  const six = Array.from({ length: 6 }, () => [1, 2, 3, 4, 5, 6]);
  const overlapping = raw([six], { size: 3 });

  it('of 3×3 from 6×6 is reached by rounding up, by padding, by a smaller window', () => {
    expect(reached(goal, overlapping)).toBe(false);
    expect(reached(goal, { ...overlapping, ceil: true })).toBe(true);
    expect(reached(goal, { ...overlapping, padding: 1 })).toBe(true);
    expect(reached(goal, { ...overlapping, size: 2 })).toBe(true);
  });

  it('of equal maps is reached where each window has one value', () => {
    const both = (rows: Rows) => raw([rows], { show: 'both' });
    expect(reached({ name: 'maps-equal' }, both([[4, 4], [4, 4]]))).toBe(true); // prettier-ignore
    expect(reached({ name: 'maps-equal' }, both([[4, 4], [4, 3]]))).toBe(false); // prettier-ignore
  });
});

describe('a shift by one cell', () => {
  const settings = { input: [[5, 0, 0, 7], [0, 0, 0, 0]], operation: 'max' as const, size: 2, shifts: 2 }; // prettier-ignore
  const run = shiftModel.run(shiftModel.read(settings), 'cell');
  const grade = (cell: number, answer: number, rule: string) =>
    gradePrediction({ model: shiftModel, wrong: shiftWrong }, run, cell, new Fraction(answer), [rule]);

  it('keeps a value that stays in its window, and loses one that leaves the input', () => {
    expect(rowsOf(run.stops[1]?.output ?? run.stops[0].output).map((row) => row.map(Number))).toEqual([
      [5, 0]
    ]);
    expect(shiftModel.value(run, 2).valueOf()).toBe(1);
  });

  it('is not survived by all, nor by none', () => {
    expect(grade(2, 2, 'all-survive')).toMatchObject({ rule: 'all-survive' });
    expect(grade(2, 0, 'none-survive')).toMatchObject({ rule: 'none-survive' });
    expect(grade(2, 5, 'counted-inputs')).toMatchObject({ rule: 'counted-inputs' });
  });

  it('is survived by all where each has room', () => {
    const roomy = shiftModel.read({ ...settings, input: [[5, 0, 7, 0], [0, 0, 0, 0]] }); // prettier-ignore
    const goal = { name: 'all-survive', atLeast: 2 };
    expect(shiftModel.reached?.(goal, roomy, shiftModel.run(roomy, 'cell'))).toBe(true);
    expect(shiftModel.reached?.(goal, shiftModel.read(settings), run)).toBe(false);
  });
});

describe('a pooling layer, counted', () => {
  const run = countModel.run({ shape: [32, 26, 26], size: 2, filters: 64, kernel: 3 }, 'cell');

  it('makes (26, 26, 32) (13, 13, 32) and has no parameters', () => {
    expect(run.pooling.outputShape).toEqual([32, 13, 13]);
    expect(countModel.value(run, 3).valueOf()).toBe(0);
  });

  it('saves work in the next layer, and none of its weights', () => {
    expect(run.nextWhole.multiplyAdds).toBe(24 * 24 * 64 * 9 * 32);
    expect(run.nextPooled.multiplyAdds).toBe(11 * 11 * 64 * 9 * 32);
    expect([run.nextWhole.parameters, run.nextPooled.parameters]).toEqual([18432, 18432]);
  });

  it.each([
    ['window-of-weights', 4],
    ['window-of-weights', 128],
    ['filters-with-bias', 160],
    ['one-per-channel', 32]
  ])('is miscounted by %s as %i', (rule, answer) => {
    const graded = { model: countModel, wrong: countWrong };
    expect(gradePrediction(graded, run, 3, new Fraction(answer), [rule])).toMatchObject({ rule });
  });
});
