import { numberProblemText, quoted, stepCaption, stepSentence } from '$lib/describe';
import { Fraction, matrix, type NumberProblem } from '$lib/engine';
import { windowTrace } from '$lib/trace';
import { describe, expect, it } from 'vitest';
import { LESSON_SCENES, sceneSettings } from '../data/scenes';

const LOCALES = ['ko', 'en'] as const;
const six = windowTrace(sceneSettings('six-by-six'), 'cell');
/** Window 0 0 1 / 1 1 0 / 0 0 1 under 1 0 1 / 0 1 0 / 1 0 1. */
const SEVENTH = '0×1 + 0×0 + 1×1 + 1×0 + 1×1 + 0×0 + 0×1 + 0×0 + 1×1 = 3';

describe('the sentence of a step', () => {
  it('gives step, place and equation', () => {
    expect(stepSentence(six.step(7), 'ko')).toBe(`7단계, 2행 3열: ${SEVENTH}`);
    expect(stepSentence(six.step(7), 'en')).toBe(`Step 7, row 2, column 3: ${SEVENTH}`);
  });

  it('says at step 0 that nothing is computed yet', () => {
    expect(stepSentence(six.step(0), 'ko')).toMatch(/^0단계: .*아직/);
    expect(stepSentence(six.step(0), 'en')).toMatch(/^Step 0: .*yet/);
  });

  it('gives the number of products and their sum where there are many', () => {
    const sixteen = matrix(new Array(4).fill([1, 1, 1, 1]));
    const trace = windowTrace({ input: sixteen, kernel: sixteen, stride: 1, padding: 0 }, 'product');
    expect(stepSentence(trace.step(16), 'en')).toBe('Step 16, row 1, column 1: the sum of 16 products is 16');
    expect(stepSentence(trace.step(16), 'ko')).toBe('16단계, 1행 1열: 곱 16개의 합은 16');
    expect(stepSentence(trace.step(12), 'en')).toMatch(/: 1×1 \+ .* = 12$/);
  });

  it('is different for every step of every scene', () => {
    for (const { settings } of LESSON_SCENES) {
      const trace = windowTrace(settings, 'product');
      for (const locale of LOCALES) {
        const all = Array.from({ length: trace.length + 1 }, (_, index) =>
          stepSentence(trace.step(index), locale)
        );
        expect(new Set(all).size).toBe(all.length);
      }
    }
  });
});

describe('the caption of a step', () => {
  it('says where the kernel lies and what the products add up to, with the particle that fits', () => {
    expect(stepCaption(six.step(7), 'ko')).toMatch(/2행 3열.*9칸.* 3이 /);
    expect(stepCaption(six.step(6), 'ko')).toMatch(/2행 2열.*9칸.* 2가 /);
    expect(stepCaption(six.step(7), 'en')).toMatch(/row 2, column 3.* 9 products .* 3\./);
  });

  it('counts one product as one', () => {
    const dot = windowTrace({ input: matrix([[2]]), kernel: matrix([[3]]), stride: 1, padding: 0 }, 'cell');
    expect(stepCaption(dot.step(1), 'en')).toMatch(/single product is 6/);
  });

  it('names the product of a step in between, and the sum so far', () => {
    const trace = windowTrace(sceneSettings('four-by-four'), 'product');
    for (const locale of LOCALES) {
      const caption = stepCaption(trace.step(4), locale);
      expect(caption).toContain('2×3 = 6');
      expect(caption).toContain('7');
      expect(caption).toContain('9');
    }
  });

  it('of the last product is that of the finished cell', () => {
    const settings = sceneSettings('four-by-four');
    for (const locale of LOCALES) {
      expect(stepCaption(windowTrace(settings, 'product').step(9), locale)).toBe(
        stepCaption(windowTrace(settings, 'cell').step(1), locale)
      );
    }
  });

  it('differs between the languages, at step 0 too', () => {
    for (const step of [six.step(0), six.step(1)]) {
      expect(stepCaption(step, 'ko')).toMatch(/[가-힣]/);
      expect(stepCaption(step, 'en')).not.toMatch(/[가-힣]/);
    }
  });
});

describe('why a number was not taken', () => {
  const problems: NumberProblem[] = [
    'empty',
    'unreadable',
    'division-by-zero',
    'too-many-digits',
    'too-long'
  ];

  it('is said differently for each reason, and what stays is named', () => {
    for (const locale of LOCALES) {
      const said = problems.map((problem) => numberProblemText(problem, '1//2', new Fraction(-1, 3), locale));
      expect(new Set(said).size).toBe(problems.length);
      for (const sentence of said) expect(sentence).toContain('−1/3');
    }
  });

  it('quotes what was typed', () => {
    expect(numberProblemText('unreadable', '1//2', new Fraction(3), 'en')).toContain('“1//2”');
  });

  it('has the Korean particle that fits what stays', () => {
    expect(numberProblemText('empty', '', new Fraction(3), 'ko')).toContain('3을');
    expect(numberProblemText('empty', '', new Fraction(2), 'ko')).toContain('2를');
  });

  it('cuts what is long, between characters', () => {
    expect(quoted('  abc ')).toBe('abc');
    expect(quoted('x'.repeat(24))).toBe('x'.repeat(24));
    expect(quoted('x'.repeat(25))).toBe(`${'x'.repeat(24)}…`);
    expect(quoted('😀'.repeat(30))).toBe(`${'😀'.repeat(24)}…`);
  });
});
