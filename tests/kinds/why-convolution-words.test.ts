import { model as flattenModel, type FlattenRun, type RawFlatten } from '$lib/kinds/flatten/model';
import {
  model as movingPatternModel,
  type MovingPatternRun,
  type RawMovingPattern
} from '$lib/kinds/moving-pattern/model';
import { model as weightCountModel } from '$lib/kinds/weight-count/model';
import { countText, piecesText, type NamedEquation } from '$lib/describe';
import { neighboursInRow, placeEquation, words as flattenWords } from '$lib/kinds/flatten/words';
import { patternEquations } from '$lib/kinds/moving-pattern/words';
import { weightEquations } from '$lib/kinds/weight-count/words';
import lesson from '$lessons/02-why-convolution/lesson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Computes a sum of products written with ×, + and commas between thousands. */
function valueOf(text: string): number {
  return text
    .split(' + ')
    .map((term) => term.split('×').map((factor) => Number(factor.replaceAll(',', ''))))
    .reduce((sum, factors) => sum + factors.reduce((product, factor) => product * factor, 1), 0);
}

function expectTrue({ pieces }: NamedEquation): void {
  const [left = '', right = '', ...more] = piecesText(pieces).split(' = ');
  expect(more).toEqual([]);
  expect(valueOf(left)).toBe(valueOf(right));
}

const settingsOf = (id: string): unknown => lesson.scenes.find((scene) => scene.id === id)?.settings;
const three = settingsOf('three-by-three') as RawFlatten;
const five = settingsOf('twenty-eight') as RawFlatten;
const moving = settingsOf('moving-pattern') as RawMovingPattern;
const flattened = (raw: RawFlatten): FlattenRun => flattenModel.run(flattenModel.read(raw), 'cell');

describe('equations', () => {
  it('of every place that a pixel or a row takes are true, and say that place', () => {
    for (const raw of [three, five]) {
      const run = flattened(raw);
      expect(placeEquation(run, 0, 'en')).toBeNull();
      for (let step = 1; step <= run.length; step++) {
        const equation = placeEquation(run, step, 'en');
        if (!equation) throw new Error(`step ${step} has no equation`);
        expectTrue(equation);
        expect(piecesText(equation.pieces)).toMatch(new RegExp(` = ${step * run.portion}$`));
      }
    }
  });

  it('of every count of weights are true, for all sides', () => {
    const sides = fc.record({
      side: fc.integer({ min: 2, max: 64 }),
      kernel: fc.integer({ min: 1, max: 11 })
    });
    fc.assert(
      fc.property(sides, (settings) => {
        fc.pre(settings.kernel <= settings.side);
        const run = weightCountModel.run(settings, 'cell');
        for (let step = 0; step <= run.length; step++) {
          for (const equation of weightEquations(run, step, 'ko')) expectTrue(equation);
        }
      })
    );
    const run = weightCountModel.run({ side: 28, kernel: 3 }, 'cell');
    expect(weightEquations(run, 6, 'en').map(({ pieces }) => piecesText(pieces))).toEqual([
      '28×28 = 784',
      '26×26 = 676',
      '784×676 = 529,984',
      '3×3 = 9'
    ]);
    expect(weightEquations(run, 3, 'en')).toHaveLength(3);
  });

  it('of every place of a pattern are true', () => {
    const run: MovingPatternRun = movingPatternModel.run(movingPatternModel.read(moving), 'cell');
    const texts = Array.from({ length: run.length }, (_, index) =>
      patternEquations(run, run.moment(index + 1), 'en')
    );
    for (const equation of texts.flat()) expectTrue(equation);
    expect(texts[0]?.map(({ pieces }) => piecesText(pieces))).toEqual([
      '1×1 + 1×1 + 1×1 + 1×1 + 1×1 = 5',
      '1×1 + 1×1 + 1×1 + 1×1 + 1×1 = 5'
    ]);
    // All 36 products are 0.
    expect(texts[3]?.map(({ pieces }) => piecesText(pieces))[1]).toBe('36×0 = 0');
  });
});

describe('neighbours', () => {
  it('of the middle of 3×3 are eight, of which left and right stay', () => {
    const near = (placed: number) =>
      neighboursInRow({ row: 1, column: 1 }, { height: 3, width: 3 }, placed).filter(({ parted }) => !parted);
    expect(near(0)).toHaveLength(8);
    expect(near(4)).toHaveLength(8);
    // With the middle one, the three of the row above are found to be away.
    expect(near(5)).toHaveLength(5);
    expect(near(9)).toEqual([
      { row: 1, column: 0, parted: false },
      { row: 1, column: 2, parted: false }
    ]);
  });

  it('at a corner are three, of which one stays', () => {
    const corner = neighboursInRow({ row: 0, column: 0 }, { height: 28, width: 28 }, 784);
    expect(corner.map(({ row, column, parted }) => [row, column, parted])).toEqual([
      [0, 1, false],
      [1, 0, true],
      [1, 1, true]
    ]);
  });

  it('in an image of one column all stay', () => {
    const column = neighboursInRow({ row: 1, column: 0 }, { height: 3, width: 1 }, 3);
    expect(column.map(({ parted }) => parted)).toEqual([false, false]);
  });
});

describe('words', () => {
  it('say the pixel, its place and how it is counted', () => {
    const run = flattened(three);
    expect(flattenWords.sentence(run, 4, 'en')).toBe(
      'Step 4: The pixel at row 2, column 1, 190, goes to place 4 of the row. 1×3 + 1 = 4.'
    );
    expect(flattenWords.sentence(run, 4, 'ko')).toBe(
      '4단계: 2행 1열의 픽셀(190)이 한 줄의 4번째 자리로 간다. 1×3 + 1 = 4.'
    );
  });

  it.each([
    [9, '9'],
    [784, '784'],
    [1568, '1,568'],
    [529984, '529,984'],
    [16777216, '16,777,216']
  ])('write %d as %s', (count, text) => {
    expect(countText(count)).toBe(text);
  });
});
