import { Fraction } from '$lib/engine';
import { gradePrediction } from '$lib/kinds/models';
import { model } from '$lib/kinds/visit-counts/model';
import { sidesText } from '$lib/kinds/visit-counts/settings';
import { wrong } from '$lib/kinds/visit-counts/wrong';
import { describe, expect, it } from 'vitest';

const square = (side: number) => Array.from({ length: side }, () => new Array<number>(side).fill(1));
const settings = (side: number, kernel: number, padding: number | 'valid' | 'same' | 'full') =>
  model.read({ input: square(side), kernel, padding, beside: 'output' });
const run = (...numbers: Parameters<typeof settings>) => model.run(settings(...numbers), 'cell');
const counts = (...numbers: Parameters<typeof settings>) => {
  const made = run(...numbers);
  return made.visits(made.length);
};

describe('how often pixels are visited', () => {
  it('is less at the border without padding', () => {
    expect(counts(4, 3, 'valid')).toEqual([
      [1, 2, 2, 1],
      [2, 4, 4, 2],
      [2, 4, 4, 2],
      [1, 2, 2, 1]
    ]);
  });

  it('is not evened out by the padding that keeps the size', () => {
    const visits = counts(5, 3, 'same');
    expect([visits[0]?.[0], visits[0]?.[2], visits[2]?.[2]]).toEqual([4, 6, 9]);
    expect(counts(5, 3, 1)).toEqual(visits);
  });

  it.each([2, 3, 4])('is the same everywhere with full padding, for a window of %i', (kernel) => {
    const [all, ...others] = [...new Set(counts(5, kernel, 'full').flat())];
    expect([all, others]).toEqual([kernel * kernel, []]);
  });

  it('adds up to the pixels under all places', () => {
    for (const padding of ['valid', 'same', 'full', 1] as const) {
      const made = run(4, 3, padding);
      const covered = Array.from({ length: made.length }, (_, index) => made.covered(index + 1));
      const visits = counts(4, 3, padding).flat();
      const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
      expect(sum(visits)).toBe(sum(covered.map(({ rows, columns }) => rows * columns)));
    }
  });

  it('grows by one for each pixel under the window', () => {
    const made = run(4, 3, 1);
    expect(
      made
        .visits(0)
        .flat()
        .every((visits) => visits === 0)
    ).toBe(true);
    expect(made.visits(1)).toEqual([
      [1, 1, 0, 0],
      [1, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0]
    ]);
  });

  it('is never without padding where the window has no place then', () => {
    expect(run(4, 5, 1).before.flat()).toEqual(new Array(16).fill(0));
  });
});

describe('the padding of an even window', () => {
  it('has one cell more below and on the right, as in TensorFlow', () => {
    const { padding } = run(4, 2, 'same').trace.geometry;
    expect(padding).toEqual({ top: 0, bottom: 1, left: 0, right: 1 });
    expect(sidesText(padding)).toBe('0 + 1');
  });
});

describe('a predicted count of visits', () => {
  const RULES = {
    valid: ['uniform', 'one-axis', 'visited-once'],
    1: ['uniform', 'one-axis', 'padding-ignored'],
    full: ['as-same', 'one-axis', 'padding-ignored']
  };
  const grade = (padding: keyof typeof RULES, cell: number, answer: number) =>
    gradePrediction({ model, wrong }, run(4, 3, padding), cell, new Fraction(answer), RULES[padding]);

  it.each([
    ['valid', 4, 4, null],
    ['valid', 4, 9, 'uniform'],
    ['valid', 4, 2, 'one-axis'],
    ['valid', 4, 1, 'visited-once'],
    [1, 6, 4, null],
    [1, 6, 9, 'uniform'],
    [1, 6, 2, 'one-axis'],
    [1, 6, 1, 'padding-ignored'],
    ['full', 15, 9, null],
    ['full', 15, 3, 'one-axis'],
    ['full', 15, 4, 'as-same']
  ] as const)('P %s, place %i: %i is known as %s', (padding, cell, answer, rule) => {
    expect(grade(padding, cell, answer)).toMatchObject(
      rule === null ? { code: 'correct' } : { code: 'wrong', rule }
    );
  });

  it('is asked of pixels only', () => {
    expect(() => grade(1, 1, 1)).toThrow(RangeError);
  });
});

describe('the padding that keeps the size', () => {
  const reached = (kernel: number, padding: number, goal: number) =>
    model.reached?.(
      { name: 'keeps-size', kernel: goal },
      settings(4, kernel, padding),
      run(4, kernel, padding)
    );

  it.each([
    [5, 2],
    [7, 3]
  ])('is, for a window of %i, %i', (kernel, padding) => {
    expect(reached(kernel, padding, kernel)).toBe(true);
    expect(reached(kernel, padding - 1, kernel)).toBe(false);
    expect(reached(kernel, padding + 1, kernel)).toBe(false);
  });

  it('is asked for one window', () => {
    expect(reached(5, 2, 7)).toBe(false);
  });
});

describe('the link of visits', () => {
  const own = settings(4, 3, 'full');
  const read = (query: string) => model.link.read(new URLSearchParams(query), own);

  it('leads back to the same numbers', () => {
    for (const padding of [0, 1, 4, 'valid', 'same', 'full'] as const) {
      const changed = settings(4, 2, padding);
      const { settings: found, problems } = read(model.link.write(changed, own).join('&'));
      expect(problems).toEqual([]);
      expect(model.same(found, changed)).toBe(true);
    }
  });

  it.each([
    ['kernel=0', ['kernel']],
    ['kernel=9', ['kernel']],
    ['padding=x', ['padding']],
    ['padding=5', ['padding']],
    ['kernel=7&padding=1', ['kernel-too-large']],
    ['kernel=7', ['kernel-too-large']]
  ])('%s: what cannot be is named, and the own numbers stay', (query, problems) => {
    expect(read(query)).toEqual({ settings: own, problems });
  });
});
