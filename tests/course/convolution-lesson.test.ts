import { lessonPage, lessonSummaries } from '$lib/course/library.server';
import { rowsOf } from '$lib/engine';
import { windowTrace, type Grain, type Operation } from '$lib/trace';
import { describe, expect, it } from 'vitest';
import { windowSettings } from '../data/scenes';
import { workedExample } from '../data/worked-examples';

function page(language: 'ko' | 'en') {
  const found = lessonPage('convolution', language);
  if (!found) throw new Error('there is no convolution lesson');
  return found;
}

const [korean, english] = [page('ko'), page('en')];

function scene(id: string) {
  const found = english.scenes.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`there is no scene ${id}`);
  return found;
}

function traceOf(id: string, operation: Operation = 'conv2d', grain: Grain = scene(id).grain) {
  return windowTrace(windowSettings(scene(id)), grain, operation);
}

function total(id: string, step: number, operation?: Operation): number {
  return traceOf(id, operation).step(step).total.valueOf();
}

describe('the convolution lesson', () => {
  it('is there in both languages, under one name and number', () => {
    expect(lessonSummaries('ko').map(({ slug, number }) => [slug, number])).toContainEqual([
      'convolution',
      3
    ]);
  });

  it('sums up in formulas, in both languages', () => {
    for (const { summaryHtml } of [korean, english]) expect(summaryHtml).toContain('<math');
  });

  it('is unknown by another name', () => {
    expect(lessonPage('no-such-lesson', 'ko')).toBeUndefined();
  });
});

describe('the numbers of the lesson', () => {
  it.each([
    ['six-by-six', 'six-by-six'],
    ['four-by-four', 'four-by-four'],
    ['flipped', 'seven-by-seven']
  ])('of %s are those of the worked example %s', (id, example) => {
    const { input, kernel, stride, padding, output } = workedExample(example);
    expect(scene(id).settings).toEqual({ input, kernel, stride, padding });
    expect(rowsOf(traceOf(id).output()).map((row) => row.map((value) => value.valueOf()))).toEqual(output);
  });
});

describe('what the words say is so', () => {
  it('six-by-six: 3, once more 3 at the right edge, three ones at step 7, 0 at step 8', () => {
    expect([1, 4, 7, 8].map((step) => total('six-by-six', step))).toEqual([3, 3, 3, 0]);
    expect(traceOf('six-by-six').step(7).cell).toEqual({ row: 1, column: 2 });
    expect(traceOf('six-by-six').step(5).cell).toEqual({ row: 1, column: 0 });
    const { terms } = traceOf('six-by-six').step(8);
    expect(terms.filter(({ value }) => value.equals(1)).map(({ weight }) => weight.valueOf())).toEqual([
      0, 0, 0
    ]);
    expect(traceOf('six-by-six').length).toBe(16);
  });

  it('six-by-six: only the lower right corner has a 1 that meets a 1 at step 2', () => {
    const met = traceOf('six-by-six')
      .step(2)
      .terms.filter(({ product }) => !product.equals(0));
    expect(met.map(({ kernelRow, kernelColumn }) => [kernelRow, kernelColumn])).toEqual([[2, 2]]);
  });

  it('four-by-four: 1, still 1, 12 with the ninth product, thirty-six in all', () => {
    expect([1, 2, 9].map((step) => total('four-by-four', step))).toEqual([1, 1, 12]);
    expect(traceOf('four-by-four').length).toBe(36);
    expect(
      traceOf('four-by-four')
        .output()
        .data.map((value) => value.valueOf())
    ).toEqual([12, 18, 17, 15]);
  });

  it('flipped: 15 and 11, then 16 and 12, and not one of twenty-five cells is the same', () => {
    expect([1, 2].map((step) => total('flipped', step))).toEqual([15, 16]);
    expect([1, 2].map((step) => total('flipped', step, 'convolve2d'))).toEqual([11, 12]);
    const [kept, turned] = (['conv2d', 'convolve2d'] as const).map(
      (name) => traceOf('flipped', name).output().data
    );
    expect(kept).toHaveLength(25);
    expect(kept?.filter((value, index) => value.equals(turned?.[index] ?? 0))).toEqual([]);
  });

  it('your-own: positive where the left side is larger, negative where the right side is', () => {
    for (const step of Array.from({ length: 9 }, (_, index) => traceOf('your-own').step(index + 1))) {
      const column = (wanted: number) =>
        step.terms
          .filter(({ kernelColumn }) => kernelColumn === wanted)
          .reduce((sum, { value }) => sum + value.valueOf(), 0);
      expect(step.total.valueOf()).toBe(column(0) - column(2));
    }
  });
});
