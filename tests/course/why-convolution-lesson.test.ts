import { model as flattenModel, type RawFlatten } from '$lib/kinds/flatten/model';
import { model as movingPatternModel, type RawMovingPattern } from '$lib/kinds/moving-pattern/model';
import { model as weightCountModel, type WeightCountSettings } from '$lib/kinds/weight-count/model';
import type { PredictionPlan } from '$lib/course';
import { lessonPage } from '$lib/course/library.server';
import { Fraction } from '$lib/engine';
import { gradePrediction } from '$lib/kinds/models';
import { wrong as flattenWrong } from '$lib/kinds/flatten/wrong';
import { wrong as movingPatternWrong } from '$lib/kinds/moving-pattern/wrong';
import { wrong as weightCountWrong } from '$lib/kinds/weight-count/wrong';
import { describe, expect, it } from 'vitest';

function page(language: 'ko' | 'en') {
  const found = lessonPage('why-convolution', language);
  if (!found) throw new Error('there is no lesson why-convolution');
  return found;
}

const [korean, english] = [page('ko'), page('en')];

function settingsOf<Raw>(id: string): Raw {
  const found = english.scenes.find((scene) => scene.id === id);
  if (!found) throw new Error(`there is no scene ${id}`);
  return found.settings as Raw;
}

const three = settingsOf<RawFlatten>('three-by-three');
const five = settingsOf<RawFlatten>('twenty-eight');
const weights = settingsOf<WeightCountSettings>('weights');
const pattern = settingsOf<RawMovingPattern>('moving-pattern');
const run = {
  three: flattenModel.run(flattenModel.read(three), 'cell'),
  five: flattenModel.run(flattenModel.read(five), 'cell'),
  weights: weightCountModel.run(weightCountModel.read(weights), 'cell'),
  pattern: movingPatternModel.run(movingPatternModel.read(pattern), 'cell')
};

describe('the lesson on why there is convolution', () => {
  it('is number 2 of chapter 1 in both languages', () => {
    for (const lesson of [korean, english]) expect([lesson.number, lesson.chapter]).toEqual([2, 1]);
    expect(korean.title).toBe('왜 합성곱인가');
    expect(english.title).toBe('Why convolution');
  });

  it('has four scenes, with at most six cues each', () => {
    expect(english.scenes.map(({ id }) => id)).toEqual([
      'three-by-three',
      'twenty-eight',
      'weights',
      'moving-pattern'
    ]);
    for (const { cues } of english.scenes) {
      expect(cues.length).toBeLessThanOrEqual(6);
    }
  });

  it('does not give the number of weights away before it is asked for', () => {
    for (const { scenes, summaryHtml } of [korean, english]) {
      const scene = scenes.find(({ id }) => id === 'weights');
      const before = [0, 1, 2, 3].map((step) => scene?.cueHtml[step] ?? '');
      for (const text of [scene?.explanationHtml ?? '', summaryHtml, ...before]) {
        expect(text).not.toContain('data-value="filter-weights"');
        expect(text.replace(/<[^>]*>/g, ' ')).not.toMatch(/(?<![\d,])9(?![\d,])|\bnine\b|아홉/);
      }
    }
  });
});

describe('flattening', () => {
  it('loses no number and keeps the order of the rows', () => {
    for (const [raw, { flat }] of [
      [three, run.three],
      [five, run.five]
    ] as const) {
      expect(flat.data.map((value) => value.valueOf())).toEqual(raw.image.flat());
    }
  });

  it('moves nine pixels one by one, and 784 in 28 rows', () => {
    expect([run.three.length, run.three.portion]).toEqual([9, 1]);
    expect([run.five.length, run.five.portion, run.five.flat.data.length]).toEqual([28, 28, 784]);
  });

  it('the top row of the five is black, as the words say', () => {
    expect(five.image[0]).toEqual(new Array(28).fill(0));
    expect(14 * 28).toBe(392);
    expect(392 * 2).toBe(784);
  });
});

describe('the weights', () => {
  it('are 784 an output in the dense layer, 529,984 in all, and 9 in the filter', () => {
    expect(run.weights.inputs).toBe(784);
    expect(run.weights.outputs).toBe(676);
    expect([1, 2, 676].map((count) => run.weights.denseWeights(count))).toEqual([784, 1568, 529984]);
    expect(run.weights.filterWeights).toBe(9);
    expect(run.weights.moments.map(({ layer, outputs }) => [layer, outputs])).toEqual([
      ['dense', 1],
      ['dense', 2],
      ['dense', 676],
      ['filter', 1],
      ['filter', 2],
      ['filter', 676]
    ]);
  });

  it('are those of any sides, counted connection by connection', () => {
    for (const [side, kernel] of [
      [2, 1],
      [5, 2],
      [7, 7],
      [11, 4]
    ] as const) {
      const count = weightCountModel.run({ side, kernel }, 'cell');
      let outputs = 0;
      let connections = 0;
      for (let top = 0; top + kernel <= side; top++) {
        for (let left = 0; left + kernel <= side; left++) {
          outputs++;
          for (let pixel = 0; pixel < side * side; pixel++) connections++;
        }
      }
      expect(count.outputs).toBe(outputs);
      expect(count.denseWeights(outputs)).toBe(connections);
      expect(count.filterWeights).toBe(kernel * kernel);
    }
  });

  it('an output of one cell has no second one', () => {
    expect(weightCountModel.run({ side: 4, kernel: 4 }, 'cell').length).toBe(2);
  });
});

describe('the pattern that moves', () => {
  const side = 6;
  const plus = [
    [0, 1],
    [1, 0],
    [1, 1],
    [1, 2],
    [2, 1]
  ] as const;
  const at = (row: number, column: number) =>
    plus.map(([down, across]) => `${row + down},${column + across}`);
  const shared = (left: string[], right: string[]) => left.filter((cell) => right.includes(cell)).length;

  it('is found by the map wherever it is, and by the dense unit only as far as it overlaps', () => {
    const answers = pattern.places.map(([row = 0, column = 0], index) => {
      const moment = run.pattern.moment(index + 1);
      const here = at(row - 1, column - 1);
      // The map by counting cells that two crosses share, at every place.
      const map = Array.from({ length: 16 }, (_, cell) => shared(here, at(Math.floor(cell / 4), cell % 4)));
      expect(moment.map.data.map((value) => value.valueOf())).toEqual(map);
      expect([moment.peak.row + 1, moment.peak.column + 1]).toEqual([row, column]);
      expect(Math.max(...map)).toBe(5);
      expect(map.filter((value) => value === 5)).toHaveLength(1);
      expect(moment.dense.valueOf()).toBe(shared(here, at(0, 0)));
      return moment.dense.valueOf();
    });
    expect(answers).toEqual([5, 2, 1, 0, 0, 5]);
  });

  it('moves the peak by exactly as much, for every pattern and every place', () => {
    for (let mask = 1; mask < 512; mask += 7) {
      const kernel = [0, 1, 2].map((row) => [0, 1, 2].map((column) => (mask >> (row * 3 + column)) & 1));
      const places = [1, 2, 3, 4].map((row) => [row, 5 - row]);
      const other = movingPatternModel.run(
        movingPatternModel.read({ side, pattern: kernel, places }),
        'cell'
      );
      places.forEach(([row = 0, column = 0], index) => {
        const { peak } = other.moment(index + 1);
        expect([peak.row + 1, peak.column + 1]).toEqual([row, column]);
      });
    }
  });
});

const flattenKind = { model: flattenModel, wrong: flattenWrong };
const weightCountKind = { model: weightCountModel, wrong: weightCountWrong };
const movingPatternKind = { model: movingPatternModel, wrong: movingPatternWrong };

describe('the questions', () => {
  const QUESTIONS: [
    string,
    (answer: number, rules: string[]) => unknown,
    number,
    Readonly<Record<string, number>>
  ][] = [
    [
      'where row 3, column 1 lands',
      (answer, rules) => gradePrediction(flattenKind, run.three, 7, new Fraction(answer), rules),
      7,
      { 'column-by-column': 3, 'counted-from-zero': 6, 'one-row-too-many': 10 }
    ],
    [
      'the weights of the convolution',
      (answer, rules) => gradePrediction(weightCountKind, run.weights, 6, new Fraction(answer), rules),
      9,
      { 'weights-per-position': 6084, 'one-weight-per-output': 676 }
    ],
    [
      'the column of the largest value of the map',
      (answer, rules) => gradePrediction(movingPatternKind, run.pattern, 2, new Fraction(answer), rules),
      2,
      { 'stayed-behind': 1, 'middle-of-pattern': 3 }
    ]
  ];

  it.each(QUESTIONS)('%s: the truth is taken, and mistakes are named', (_, grade, truth, mistakes) => {
    const rules = Object.keys(mistakes);
    expect(grade(truth, rules)).toMatchObject({ code: 'correct' });
    for (const [rule, answer] of Object.entries(mistakes)) {
      expect(grade(answer, rules)).toMatchObject({ code: 'wrong', rule });
    }
    expect(grade(-1, rules)).toMatchObject({ code: 'wrong', rule: null });
    expect(new Set([truth, ...Object.values(mistakes)]).size).toBe(rules.length + 1);
  });

  it('list just these rules, and ask for these cells', () => {
    const asked = english.scenes.flatMap(({ predictions }): readonly PredictionPlan[] => predictions);
    expect(asked.map(({ cell, asks }) => [cell, asks])).toEqual([
      [2, 7],
      [4, 6],
      [2, undefined]
    ]);
    expect(asked.map(({ rules }) => [...rules].sort())).toEqual(
      QUESTIONS.map(([, , , mistakes]) => Object.keys(mistakes).sort())
    );
  });
});
