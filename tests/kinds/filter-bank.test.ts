import { conv2d, exactTensor, Fraction, rowsOf, type ExactTensor } from '$lib/engine';
import { bankLayout } from '$lib/kinds/filter-bank/layout';
import { model } from '$lib/kinds/filter-bank/model';
import type { BankSettings } from '$lib/kinds/filter-bank/settings';
import { wrong } from '$lib/kinds/filter-bank/wrong';
import { gradePrediction } from '$lib/kinds/models';
import { describe, expect, it } from 'vitest';

const RULES = ['forgot-bias', 'other-bias', 'other-filter', 'summed-filters'];

const OWN = model.read({
  input: [[[1, 2]], [[3, 1]]],
  filters: [
    [[[2]], [[1]]],
    [[[1]], [[-1]]]
  ],
  biases: [-3, 10],
  groups: 1
});

describe('a cell of one of several maps', () => {
  // 1×2 + 3×1 − 3 = 2, 2×2 + 1×1 − 3 = 2; 1×1 + 3×(−1) + 10 = 8, 2×1 + 1×(−1) + 10 = 11
  const run = model.run(OWN, 'cell');
  const grade = (cell: number, answer: number) =>
    gradePrediction({ model, wrong }, run, cell, new Fraction(answer), RULES);

  it('is the sum over all channels and the bias of its own filter', () => {
    for (const [cell, value] of [2, 2, 8, 11].entries()) {
      expect(grade(cell + 1, value)).toMatchObject({ code: 'correct' });
    }
  });

  it.each([
    [4, 'forgot-bias', 1],
    [4, 'other-bias', 1 - 3],
    [4, 'other-filter', 2],
    [4, 'summed-filters', 2 + 11]
  ] as const)('cell %i: %s gives %i', (cell, rule, answer) => {
    expect(grade(cell, answer)).toMatchObject({ code: 'wrong', rule });
  });
});

describe('groups', () => {
  const planes = (count: number, seed: number) =>
    Array.from({ length: count }, (_, plane) => [
      [plane + seed, 1, seed],
      [0, plane - seed, 2],
      [seed, 2, plane]
    ]);
  const raw = {
    input: planes(4, 1),
    filters: [2, 3, 4, 5].map((seed) =>
      planes(4, seed).map((rows) => rows.slice(1).map((row) => row.slice(1)))
    ),
    biases: [0, 1, -1, 2]
  };
  const channel = (planes: readonly ExactTensor[], index: number) =>
    exactTensor([[rowsOf(planes[index] as ExactTensor)]]);

  it('as many as channels: each map is that of its own channel alone', () => {
    const settings = model.read({ ...raw, groups: 4 });
    const run = model.run(settings, 'cell');
    expect(run.weights).toBe(4 * 4);
    for (const [filter, part] of run.parts.entries()) {
      const bias = exactTensor([1], settings.biases.slice(filter, filter + 1));
      const weight = channel(settings.filters[filter] ?? [], filter);
      expect(part.output().data).toEqual(conv2d(channel(settings.input, filter), weight, { bias }).data);
    }
  });

  it.each([
    [1, 64],
    [2, 32],
    [4, 16]
  ])('%i: there are %i weights', (groups, weights) => {
    expect(model.run(model.read({ ...raw, groups }), 'cell').weights).toBe(weights);
  });

  it('reach the goal when each filter has a channel for itself', () => {
    const reached = (groups: number) => {
      const settings = model.read({ ...raw, groups });
      return model.reached?.({ name: 'depthwise' }, settings, model.run(settings, 'cell'));
    };
    expect([1, 2, 4].map(reached)).toEqual([false, false, true]);
  });
});

describe('a map that is a channel', () => {
  const reached = (filters: number[][], biases: number[]) => {
    const one = filters.map((weights) => weights.map((weight) => [[weight]]));
    const settings = model.read({ input: [[[1, 2]], [[3, 1]]], filters: one, biases, groups: 1 });
    return model.reached?.({ name: 'copies-channel', channel: 2 }, settings, model.run(settings, 'cell'));
  };

  it('has weight 1 for it, 0 for the others, and no bias', () => {
    expect(reached([[1, 1], [0, 1]], [5, 0])).toBe(true); // prettier-ignore
    expect(reached([[1, 1], [0, 1]], [0, 1])).toBe(false); // prettier-ignore
    expect(reached([[1, 0], [1, 1]], [0, 0])).toBe(false); // prettier-ignore
  });
});

describe('the link of a filter bank', () => {
  const read = (query: string) => model.link.read(new URLSearchParams(query), OWN);

  it('leads back to the same numbers', () => {
    const changed: BankSettings = {
      ...OWN,
      groups: 2,
      input: [...OWN.input].reverse(),
      biases: [...OWN.biases].reverse()
    };
    const { settings, problems } = read(model.link.write(changed, OWN).join('&'));
    expect(problems).toEqual([]);
    expect(model.same(settings, changed)).toBe(true);
  });

  it.each([
    ['input-1=1,2,3', 'plane'],
    ['input-3=1,2', 'channels'],
    ['a-1=x', 'kernel'],
    ['c-1=1', 'channels'],
    ['bias=1', 'bias'],
    ['groups=3', 'groups'],
    ['groups=0', 'groups']
  ])('%s is named, and the own numbers stay', (query, problem) => {
    const { settings, problems } = read(query);
    expect(problems).toEqual([problem]);
    expect(model.same(settings, OWN)).toBe(true);
  });
});

describe('the places of a bank', () => {
  const square = (side: number) => Array.from({ length: side }, () => new Array<number>(side).fill(1));

  it.each([
    [1, 1, 8, 3],
    [2, 3, 3, 2],
    [4, 4, 3, 2],
    [3, 2, 3, 1],
    [4, 6, 8, 3]
  ])(
    '%i channels, %i filters: no two grids that are seen at once lie on each other',
    (channels, filters, side, kernel) => {
      const settings = model.read({
        input: Array.from({ length: channels }, () => square(side)),
        filters: Array.from({ length: filters }, () =>
          Array.from({ length: channels }, () => square(kernel))
        ),
        biases: new Array<number>(filters).fill(0),
        groups: 1
      });
      const bank = bankLayout(model.run(settings, 'cell'));
      for (const screen of ['wide', 'low', 'narrow'] as const) {
        const seen = bank.shares[screen] ? [filters - 1] : [...Array(filters).keys()];
        const places = [
          ...[...Array(channels).keys()].map((channel) => bank.input(channel)),
          ...seen.flatMap((filter) => [
            ...[...Array(channels).keys()].map((channel) => bank.kernel(filter, channel)),
            bank.bias(filter)
          ]),
          ...[...Array(filters).keys()].map((filter) => bank.map(filter))
        ].map((place) => place[screen] ?? place.wide);
        for (const [index, one] of places.entries()) {
          expect(one.rows).toBeGreaterThan(0);
          for (const other of places.slice(index + 1)) {
            const apart =
              one.x + one.columns <= other.x ||
              other.x + other.columns <= one.x ||
              one.y + one.rows <= other.y ||
              other.y + other.rows <= one.y;
            expect(apart).toBe(true);
          }
        }
      }
    }
  );
});
