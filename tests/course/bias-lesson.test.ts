import { model as biasModel } from '$lib/kinds/bias/model';
import type { RawBiasSettings } from '$lib/kinds/bias/settings';
import { lessonPage } from '$lib/course/library.server';
import { linearEquation } from '$lib/describe';
import { wrong } from '$lib/kinds/bias/wrong';
import { gradePrediction } from '$lib/kinds/models';
import { Fraction } from '$lib/engine';
import type { Grain } from '$lib/trace';
import { describe, expect, it } from 'vitest';
import { equal, ratioOf } from '../data/ratio';
import { readEquation } from '../describe/shown-numbers';

const [korean, english] = (['ko', 'en'] as const).map((language) => {
  const page = lessonPage('bias', language);
  if (!page) throw new Error('there is no lesson about bias');
  return page;
}) as [NonNullable<ReturnType<typeof lessonPage>>, NonNullable<ReturnType<typeof lessonPage>>];

function scene(id: string) {
  const found = english.scenes.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`there is no scene ${id}`);
  return found;
}
const raw = (id: string) => scene(id).settings as RawBiasSettings;
const runOf = (id: string, grain: Grain = 'cell') => biasModel.run(biasModel.read(raw(id)), grain);

/** The maps by plain loops: for each bias a map, row by row. */
function maps({ input, kernels, biases }: RawBiasSettings): number[][][] {
  return biases.map((bias, filter) => {
    const kernel = kernels[filter] ?? [];
    const [height, width] = [kernel.length, kernel[0]?.length ?? 0];
    const map: number[][] = [];
    for (let i = 0; i + height <= input.length; i++) {
      const row: number[] = [];
      for (let j = 0; j + width <= (input[0]?.length ?? 0); j++) {
        let sum = Number(bias);
        for (let k1 = 0; k1 < height; k1++) {
          for (let k2 = 0; k2 < width; k2++)
            sum += Number(input[i + k1]?.[j + k2]) * Number(kernel[k1]?.[k2]);
        }
        row.push(sum);
      }
      map.push(row);
    }
    return map;
  });
}
const IDS = ['one-number', 'one-per-filter', 'through-relu'];

describe('the lesson about bias', () => {
  it('has no more than six cues a scene', () => {
    expect(english.scenes.map(({ id }) => id)).toEqual(IDS);
    for (const { cues } of english.scenes) expect(cues.length).toBeLessThanOrEqual(6);
  });

  it('is the fourth of the first chapter', () => {
    expect(english).toMatchObject({ number: 4, chapter: 1, title: 'Bias' });
    expect(korean.title).toBe('편향');
  });

  it('has the numbers that it should have', () => {
    const input = [
      [1, 0, 2, 3],
      [2, 1, 0, 1],
      [1, 0, 1, 3],
      [2, 0, 3, 2]
    ];
    const diagonal = [
      [1, 2, 0],
      [3, 2, 1],
      [0, 1, 3]
    ];
    const rising = new Array(3).fill([-1, 0, 1]);
    const falling = new Array(2).fill([1, -1]);
    expect(raw('one-number')).toMatchObject({ input, kernels: [diagonal], biases: [3] });
    expect(raw('one-per-filter')).toMatchObject({ input, kernels: [diagonal, rising], biases: [3, -2] });
    expect(raw('through-relu')).toMatchObject({ input, kernels: [falling], biases: [-2] });
  });

  it('is about the 4×4 example of the course, 12 18 17 15, with 3 added to each', () => {
    expect(maps({ ...raw('one-number'), biases: [0] })).toEqual([
      [
        [12, 18],
        [17, 15]
      ]
    ]);
    expect(maps(raw('one-number'))).toEqual([
      [
        [15, 21],
        [20, 18]
      ]
    ]);
  });
});

describe.each(IDS)('%s', (id) => {
  it('computes what plain loops compute, filter by filter', () => {
    const expected = maps(raw(id));
    const run = runOf(id);
    expect(run.parts.map((part) => part.output().data.map((value) => value.valueOf()))).toEqual(
      expected.map((map) => map.flat())
    );
    const totals = Array.from({ length: run.length }, (_, step) => run.trace.step(step + 1).total.valueOf());
    expect(totals).toEqual(expected.flat(2));
  });

  it.each<Grain>(['cell', 'product'])('shows a true equation at every step (%s)', (grain) => {
    const { trace, biases, length } = runOf(id, grain);
    const withBias: number[] = [];
    for (let index = 1; index <= length; index++) {
      const step = trace.step(index);
      const shown = readEquation(linearEquation(step));
      expect(shown.relation).toBe('=');
      expect(shown.holdsExactly).toBe(true);
      expect(shown.products).toHaveLength(step.done);
      if (!shown.bias) continue;
      withBias.push(index);
      expect(shown.products).toHaveLength(trace.taps);
      expect(equal(shown.bias, ratioOf(biases[step.filter ?? -1] ?? new Fraction(NaN)))).toBe(true);
    }
    // Once for each cell, as its last moment.
    const moments = grain === 'cell' ? 1 : trace.taps + 1;
    expect(withBias).toEqual(Array.from({ length: length / moments }, (_, cell) => (cell + 1) * moments));
  });
});

describe('what the words say is so', () => {
  const numbersIn = (page: typeof english, id: string, step: number) =>
    [
      ...(page.scenes.find((each) => each.id === id)?.cueHtml[step] ?? '')
        .replace(/<[^>]*>/g, '')
        .matchAll(/−?\d+/g)
    ].map(([text]) => Number(text.replace('−', '-')));
  const total = (id: string, step: number) => runOf(id).trace.step(step).total.valueOf();

  it.each([
    ['one-number', 1],
    ['one-number', 2],
    ['one-per-filter', 1],
    ['one-per-filter', 5],
    ['through-relu', 1],
    ['through-relu', 2],
    ['through-relu', 7]
  ] as const)('%s, step %i: sum, bias and cell', (id, step) => {
    const { bias } = runOf(id).trace.step(step);
    for (const page of [english, korean]) {
      const numbers = numbersIn(page, id, step);
      expect(numbers).toContain(total(id, step));
      expect(numbers).toContain(bias?.valueOf());
      expect(numbers).toContain(total(id, step) - (bias?.valueOf() ?? 0));
    }
  });

  it('through-relu: −2 leaves one cell above 0, two at 0 and six below; 0 leaves three above, 3 seven', () => {
    const cells = (bias: number) => maps({ ...raw('through-relu'), biases: [bias] }).flat(2);
    const above = (bias: number) => cells(bias).filter((value) => value > 0).length;
    expect([-2, 0, 3].map(above)).toEqual([1, 3, 7]);
    expect(cells(-2).filter((value) => value < 0)).toHaveLength(6);
    expect(cells(-2).filter((value) => value === 0)).toHaveLength(2);
    const run = runOf('through-relu');
    expect(run.length).toBe(9);
    expect(run.activated(0)?.data.map((value) => value.valueOf())).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0]);
    expect(runOf('one-number').activated(0)).toBeNull();
  });

  it('through-relu: 1 is the only whole bias with four cells above 0, and none has two', () => {
    const above = (bias: number) =>
      maps({ ...raw('through-relu'), biases: [bias] })
        .flat(2)
        .filter((value) => value > 0).length;
    const all = Array.from({ length: 21 }, (_, index) => index - 10);
    expect(all.filter((bias) => above(bias) === 4)).toEqual([1]);
    expect(all.filter((bias) => above(bias) === 2)).toEqual([]);
  });

  it('a filter of 3×3 weights and its bias are ten numbers, 32 of them 320', () => {
    const { kernels, biases } = raw('one-per-filter');
    expect(kernels.flat(2).length + biases.length).toBe(2 * 10);
    for (const { summaryHtml } of [english, korean]) expect(summaryHtml).toContain(`${32 * 10}`);
  });
});

describe('the questions', () => {
  const grade = (id: string, cell: number, answer: number) => {
    const rules = scene(id).predictions.find((prediction) => prediction.cell === cell)?.rules ?? [];
    return gradePrediction({ model: biasModel, wrong }, runOf(id), cell, new Fraction(answer), rules);
  };

  it.each([
    ['one-number', 2, 21, { 'forgot-bias': 18, 'bias-per-weight': 18 + 9 * 3, 'multiplied-bias': 54 }],
    ['one-per-filter', 6, 4, { 'other-bias': 9, 'forgot-bias': 6, 'bias-per-weight': 6 - 18 }]
  ] as const)('of %s know the value of cell %i and each mistake', (id, cell, value, mistakes) => {
    expect(grade(id, cell, value)).toMatchObject({ code: 'correct' });
    for (const [rule, answer] of Object.entries(mistakes)) {
      expect(grade(id, cell, answer)).toMatchObject({ code: 'wrong', rule });
    }
    expect(Object.keys(mistakes).sort()).toEqual(
      [...(scene(id).predictions.find((prediction) => prediction.cell === cell)?.rules ?? [])].sort()
    );
    expect(new Set([value, ...Object.values(mistakes)]).size).toBe(4);
  });
});
