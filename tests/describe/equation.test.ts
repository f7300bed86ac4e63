import { approximateText, convolutionSum, exactText, linearEquation, termText } from '$lib/describe';
import { Fraction, matrix } from '$lib/engine';
import { windowTrace, type Grain, type Operation, type Step } from '$lib/trace';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entered, everyday, settingsWith } from '../data/arbitraries';
import { dot, pairings, type Pairing } from '../data/naive';
import { equal, plus, ratio, ratioOf, withinHalfPercent } from '../data/ratio';
import { LESSON_SCENES, OPERATIONS, sceneSettings } from '../data/scenes';
import { SIX_BY_SIX_SUMS } from '../data/worked-examples';
import { readEquation, readExact } from './shown-numbers';

/** Reads a step's equation and holds it against the pairs that lie on each other. */
function checkEquation(step: Step, pairs: readonly Pairing[]): void {
  const shown = readEquation(linearEquation(step));
  const expected = pairs.slice(0, step.done);
  expect(shown.products.length).toBe(expected.length);
  shown.products.forEach(([value, weight], index) => {
    expect(equal(value, expected[index]?.value ?? ratio(1, 0))).toBe(true);
    expect(equal(weight, expected[index]?.weight ?? ratio(1, 0))).toBe(true);
  });
  expect(equal(shown.left, dot(expected))).toBe(true);
  if (shown.relation === '=') expect(shown.holdsExactly).toBe(true);
  else {
    expect(shown.holdsExactly).toBe(false);
    expect(withinHalfPercent(shown.right, shown.left)).toBe(true);
  }
}

const GRAINS: readonly Grain[] = ['cell', 'product'];
const ALL = LESSON_SCENES.flatMap(({ id, settings }) =>
  GRAINS.flatMap((grain) => OPERATIONS.map((operation) => ({ id, settings, grain, operation })))
);

describe('every equation of the lesson', () => {
  it.each(ALL)('holds: $id, $operation, $grain', ({ settings, grain, operation }) => {
    const trace = windowTrace(settings, grain, operation);
    const pairs = pairings(settings, operation === 'convolve2d').flat();
    for (let index = 1; index <= trace.length; index++) {
      const step = trace.step(index);
      checkEquation(
        step,
        pairs[Math.ceil((index * (grain === 'cell' ? trace.taps : 1)) / trace.taps) - 1] ?? []
      );
      // The lesson's own numbers are small: nothing is rounded.
      expect(linearEquation(step)).not.toContain('≈');
    }
  });

  it.each(Object.entries(SIX_BY_SIX_SUMS))('step %s of six-by-six reads %s', (index, text) => {
    const step = windowTrace(sceneSettings('six-by-six'), 'cell').step(Number(index));
    expect(linearEquation(step)).toBe(text);
  });
});

describe('any equation', () => {
  const cases = fc.tuple(
    fc.oneof(settingsWith(everyday), settingsWith(entered)),
    fc.constantFrom<Grain>('cell', 'product'),
    fc.constantFrom<Operation>('conv2d', 'convolve2d'),
    fc.nat()
  );

  it('holds, with fractions, negatives, padding and stride', () => {
    fc.assert(
      fc.property(cases, ([settings, grain, operation, chosen]) => {
        const trace = windowTrace(settings, grain, operation);
        const step = trace.step(1 + (chosen % trace.length));
        const line = pairings(settings, operation === 'convolve2d')[step.cell?.row ?? -1];
        checkEquation(step, line?.[step.cell?.column ?? -1] ?? []);
      }),
      { numRuns: 400 }
    );
  });

  it('rounds only totals of more than 36 characters', () => {
    fc.assert(
      fc.property(cases, ([settings, grain, operation, chosen]) => {
        const trace = windowTrace(settings, grain, operation);
        const step = trace.step(1 + (chosen % trace.length));
        const exact = exactText(step.total);
        expect(convolutionSum(step)?.result).toEqual(
          exact.length <= 36
            ? { relation: '=', text: exact }
            : { relation: '≈', text: approximateText(step.total).replace('≈', '') }
        );
      }),
      { numRuns: 200 }
    );
  });

  it('breaks into kernel rows that add up to its total', () => {
    fc.assert(
      fc.property(settingsWith(everyday), fc.constantFrom<Grain>('cell', 'product'), fc.nat(), (...drawn) => {
        const [settings, grain, chosen] = drawn;
        const trace = windowTrace(settings, grain);
        const step = trace.step(1 + (chosen % trace.length));
        const sum = convolutionSum(step);
        if (trace.taps <= 12) {
          expect(sum?.rows).toHaveLength(1);
          return;
        }
        const rows = sum?.rows ?? [];
        const numbers = rows.map(({ summands }) =>
          summands.map(({ target }) => (target.kind === 'term' ? target.index : -1))
        );
        expect(numbers.flat()).toEqual([...Array(step.done).keys()]);
        expect(
          numbers.every((row) => new Set(row.map((term) => step.terms[term]?.kernelRow)).size === 1)
        ).toBe(true);
        expect(rows.length).toBe(Math.ceil(step.done / (settings.kernel.shape[3] ?? 1)));
        fc.pre(rows.every(({ result }) => result.relation === '='));
        const whole = rows.map(({ result }) => readExact(result.text)).reduce(plus, ratio(0));
        expect(equal(whole, ratioOf(step.total))).toBe(true);
      }),
      { numRuns: 300 }
    );
  });
});

describe('an equation', () => {
  const single = (value: number | string, weight: number | string) =>
    linearEquation(
      windowTrace(
        { input: matrix([[value]]), kernel: matrix([[weight]]), stride: 1, padding: 0 },
        'cell'
      ).step(1)
    );

  it.each([
    [-2, 3, '(−2)×3 = −6'],
    [2, '1/3', '2×(1/3) = 2/3'],
    ['-1/3', -3, '(−1/3)×(−3) = 1'],
    [-2, 0, '(−2)×0 = 0'],
    [0.1, 0.2, '(1/10)×(1/5) = 1/50']
  ])('of %s and %s reads %s', (value, weight, text) => {
    expect(single(value, weight)).toBe(text);
  });

  it('shows the padding as zeros', () => {
    const { input, kernel } = sceneSettings('four-by-four');
    const step = windowTrace({ input, kernel, stride: 1, padding: 1 }, 'cell').step(1);
    expect(linearEquation(step)).toBe('0×1 + 0×2 + 0×0 + 0×3 + 1×2 + 0×1 + 0×0 + 2×1 + 1×3 = 7');
  });

  it('has as many terms as products are done', () => {
    const trace = windowTrace(sceneSettings('four-by-four'), 'product');
    expect(linearEquation(trace.step(2))).toBe('1×1 + 0×2 = 1');
    expect(linearEquation(trace.step(10))).toBe('0×1 = 0');
  });

  it('is none at step 0', () => {
    const start = windowTrace(sceneSettings('six-by-six'), 'cell').step(0);
    expect(convolutionSum(start)).toBeNull();
    expect(linearEquation(start)).toBe('');
  });

  it.each([
    [12, 1],
    [14, 2]
  ])('of %i terms in two rows of the kernel stands in %i', (terms, rows) => {
    const ones = matrix([1, 2].map(() => new Array<number>(terms / 2).fill(1)));
    const step = windowTrace({ input: ones, kernel: ones, stride: 1, padding: 0 }, 'cell').step(1);
    expect(convolutionSum(step)?.rows).toHaveLength(rows);
  });

  it('of sixteen terms has a sum for each of four kernel rows', () => {
    const sixteen = matrix(Array.from({ length: 4 }, (_, row) => [row, row + 1, row + 2, row + 3]));
    const ones = matrix(new Array(4).fill([1, 1, 1, 1]));
    const step = windowTrace({ input: sixteen, kernel: ones, stride: 1, padding: 0 }, 'cell').step(1);
    expect(convolutionSum(step)?.rows.map(({ result }) => result)).toEqual(
      ['6', '10', '14', '18'].map((text) => ({ relation: '=', text }))
    );
    expect(convolutionSum(step)?.result).toEqual({ relation: '=', text: '48' });
  });
});

describe('a product', () => {
  it('reads value first, weight second', () => {
    expect(termText({ value: new Fraction(1, 2), weight: new Fraction(-3) })).toBe('(1/2)×(−3)');
  });
});
