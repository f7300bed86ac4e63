import { outputLengthTemplate } from '$lib/course/formula.server';
import { fillFormula, FORMULA_MARKS } from '$lib/describe';
import { describe, expect, it } from 'vitest';

describe('the typeset formula', () => {
  const template = outputLengthTemplate();

  it('can be seen and read out', () => {
    expect(template).toContain('class="katex-html"');
    expect(template).toContain('<math');
  });

  it('has a place for every quantity, both for eyes and for ears', () => {
    for (const mark of Object.values(FORMULA_MARKS)) {
      const [seen = '', read = ''] = [
        /katex-html[\s\S]*$/.exec(template)?.[0],
        /<math[\s\S]*<\/math>/.exec(template)?.[0]
      ];
      expect(seen).toContain(`${mark}`);
      expect(read).toContain(`${mark}`);
    }
  });

  it('once filled shows the rule with its numbers', () => {
    const filled = fillFormula(template, { N: 77, P: 11, F: 33, S: 22, result: 55 });
    expect(filled).not.toMatch(/9000[1-5]/);
    const numbers = /katex-html[\s\S]*$/.exec(filled)?.[0].replace(/<[^>]*>/g, '') ?? '';
    for (const value of ['77', '11', '33', '22', '55']) expect(numbers).toContain(value);
  });
});
