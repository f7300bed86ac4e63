import { gradeAnswer, WINDOW_RULES } from '$lib/exercise';
import { Fraction, matrix } from '$lib/engine';
import { windowTrace, type Grain, type Operation, type WindowSettings, type WindowTrace } from '$lib/trace';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyday, settingsWith } from '../data/arbitraries';
import { addedUp, dot, pairings, type Pairing } from '../data/naive';
import { equal, ratio, ratioOf, total, type Ratio } from '../data/ratio';

type WindowRule = keyof typeof WINDOW_RULES;
type Setting = Pick<WindowSettings, 'input' | 'kernel' | 'stride' | 'padding'>;

/** Each misconception, carried out by the tests' own convolution. */
const MISTAKES: Record<
  WindowRule,
  (setting: Setting, operation: Operation, cell: number) => Ratio | undefined
> = {
  'ignored-weights': (...at) => total(window(...at).map(({ value }) => value)),
  'counted-matches': (...at) =>
    ratio(window(...at).filter(({ value, weight }) => equal(value, weight)).length),
  added: (...at) => addedUp(window(...at)),
  'turned-kernel': (setting, operation, cell) => dot(window(setting, other(operation), cell)),
  'not-turned': (setting, operation, cell) => dot(window(setting, other(operation), cell)),
  mirrored: (setting, operation, cell) => {
    const rows = setting.kernel.data.map((_, index) => index);
    const width = setting.kernel.shape[3] ?? 1;
    const swapped = rows.map((index) => index - (index % width) + width - 1 - (index % width));
    const data = swapped.map((index) => setting.kernel.data[index] as Fraction);
    return dot(window({ ...setting, kernel: { ...setting.kernel, data } }, other(operation), cell));
  },
  'not-moved': (setting, operation, cell) =>
    cell === 0 ? undefined : dot(window(setting, operation, cell - 1))
};

/** Grades a cell, counted from 0. */
function gradeCell(trace: WindowTrace, cellIndex: number, answer: Fraction, rules: readonly WindowRule[]) {
  const { total } = trace.step(trace.stepAfter(cellIndex + 1));
  return gradeAnswer(answer, total, rules, (rule) => WINDOW_RULES[rule]({ trace, cellIndex }));
}

function other(operation: Operation): Operation {
  return operation === 'conv2d' ? 'convolve2d' : 'conv2d';
}

function window(setting: Setting, operation: Operation, cell: number): Pairing[] {
  return pairings(setting, operation === 'convolve2d').flat()[cell] ?? [];
}

describe.each(Object.keys(WINDOW_RULES) as WindowRule[])('who follows the rule %s', (rule) => {
  it('is told so, unless the answer happens to be right', () => {
    const cells = fc.tuple(
      settingsWith(everyday),
      fc.constantFrom<Grain>('cell', 'product'),
      fc.constantFrom<Operation>('conv2d', 'convolve2d'),
      fc.nat()
    );
    fc.assert(
      fc.property(cells, ([settings, grain, operation, chosen]) => {
        const trace = windowTrace(settings, grain, operation);
        const { height, width } = trace.geometry.output;
        const cell = chosen % (height * width);
        const mistake = MISTAKES[rule](settings, operation, cell);
        fc.pre(mistake !== undefined);
        const grade = gradeCell(trace, cell, new Fraction(mistake.n, mistake.d), [rule]);
        const truth = dot(window(settings, operation, cell));
        expect(equal(ratioOf(grade.value), truth)).toBe(true);
        expect(grade).toMatchObject(equal(mistake, truth) ? { code: 'correct' } : { code: 'wrong', rule });
      })
    );
  });
});

describe('a grade', () => {
  const settings = { input: matrix([[1, 2, 4]]), kernel: matrix([[1, 1]]), stride: 1, padding: 0 };
  const trace = windowTrace(settings, 'cell');

  it('names no rule where two give the same', () => {
    // 2 + 4 + 1 + 1 adds the weights; 3 is the cell before.
    expect(gradeCell(trace, 1, new Fraction(8), ['added', 'not-moved'])).toMatchObject({
      rule: 'added'
    });
    expect(gradeCell(trace, 1, new Fraction(3), ['added', 'not-moved'])).toMatchObject({
      rule: 'not-moved'
    });
    const twice = { ...settings, input: matrix([[1, 0, 0]]), kernel: matrix([[0, 1]]) };
    // The turned kernel gives 1 in the first cell; so does ignoring the weights.
    const tie = (rules: WindowRule[]) => gradeCell(windowTrace(twice, 'cell'), 0, new Fraction(1), rules);
    expect(tie(['turned-kernel', 'ignored-weights'])).toMatchObject({ rule: null });
    expect(tie(['ignored-weights'])).toMatchObject({ rule: 'ignored-weights' });
  });

  it('looks for listed rules only', () => {
    expect(gradeCell(trace, 1, new Fraction(3), [])).toMatchObject({ code: 'wrong', rule: null });
  });

  it('knows no cell before the first', () => {
    expect(gradeCell(trace, 0, new Fraction(0), ['not-moved'])).toMatchObject({
      code: 'wrong',
      rule: null
    });
  });

  it('is exact: 0.3333 is not a third', () => {
    const third = windowTrace({ ...settings, input: matrix([['1/3', 0, 0]]) }, 'cell');
    expect(gradeCell(third, 0, new Fraction('1/3'), [])).toMatchObject({ code: 'correct' });
    expect(gradeCell(third, 0, new Fraction('0.3333'), [])).toMatchObject({ code: 'wrong' });
  });

  it.each([-2, 2, 0.5])('is not given for cell %s of two', (cell) => {
    expect(() => gradeCell(trace, cell, new Fraction(0), [])).toThrow(RangeError);
  });
});
