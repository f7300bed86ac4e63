import { fillFormula, FORMULA_MARKS, OUTPUT_LENGTH_EXPRESSION } from '$lib/describe';
import { outputLength } from '$lib/engine';
import { compile } from 'mathjs';
import { describe, expect, it } from 'vitest';

describe('the formula that learners see', () => {
  it('gives the length of the output on a wide grid of settings', () => {
    const formula = compile(OUTPUT_LENGTH_EXPRESSION);
    const wrong: unknown[] = [];
    for (let N = 1; N <= 12; N++) {
      for (let P = 0; P <= 3; P++) {
        for (let F = 1; F <= N + 2 * P; F++) {
          for (let S = 1; S <= 5; S++) {
            const found: unknown = formula.evaluate({ N, P, F, S });
            if (found !== outputLength(N, F, S, P)) wrong.push({ N, P, F, S, found });
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('a formula typeset beforehand', () => {
  it('gets its numbers where its marks are, each as often as it stands there', () => {
    const { N, P, F, S, result } = FORMULA_MARKS;
    const html = `<i>${N}</i>+2${P}-${F}/${S}=${result} (${N})`;
    expect(fillFormula(html, { N: 7, P: 1, F: 3, S: 2, result: 4 })).toBe('<i>7</i>+21-3/2=4 (7)');
  });

  it('keeps every other number', () => {
    expect(fillFormula('90000 90006 1234', { N: 1, P: 1, F: 1, S: 1, result: 1 })).toBe('90000 90006 1234');
  });
});
