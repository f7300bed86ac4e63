import { exactTensor, flatten, matrix, pad, rowsOf } from '$lib/engine';
import { LEVELS, wholes } from '$lib/exercise';
import { exerciseKind, questionOf } from '$lib/practice/exercises';
import { describe, expect, it } from 'vitest';
import { addedUp, pairings, turned } from '../../data/naive';
import { equal, ratioOf, total } from '../../data/ratio';

type Rows = readonly (readonly number[])[];

interface Way {
  readonly input: Rows;
  readonly side: number;
  readonly stride: number;
  readonly padding: number;
  readonly cell: number;
}

const SEEDS = Array.from({ length: 100 }, (_, seed) => seed);
const everySeed = function* () {
  for (const level of LEVELS) for (const seed of SEEDS) yield [level, seed] as const;
};

describe('the place of a window', () => {
  it('covers what makes the cell: cell and window have the same sum', () => {
    for (const [level, seed] of everySeed()) {
      const { parameters, answer } = questionOf('window-place', level, seed);
      const { input, side, stride, padding, cell } = parameters as Way;
      const [top = NaN, left = NaN] = answer.map((value) => value.valueOf());
      const sides = { top: padding, right: padding, bottom: padding, left: padding };
      const covered = rowsOf(pad(matrix(input), sides))
        .slice(top, top + side)
        .flatMap((row) => row.slice(left, left + side));
      // A kernel of zeros adds nothing: what is left is the sum under the window.
      const kernel = matrix(Array.from({ length: side }, () => new Array<number>(side).fill(0)));
      const made = addedUp(pairings({ input: matrix(input), kernel, stride, padding }).flat()[cell] ?? []);
      expect(covered).toHaveLength(side * side);
      expect(equal(total(covered.map(ratioOf)), made), `level ${level}, seed ${seed}`).toBe(true);
    }
  });

  it('after a cell is the place of the next one', () => {
    const place = exerciseKind('window-place');
    for (const [level, seed] of everySeed()) {
      const { parameters, answer } = questionOf('next-window', level, seed);
      const way = parameters as Way;
      expect(place.answer({ ...way, cell: way.cell + 1 })).toEqual(answer);
    }
  });

  it('by hand: a 3×3 window on 7×7 with stride 2 makes row 2, column 3', () => {
    const input = Array.from({ length: 7 }, () => new Array<number>(7).fill(1));
    const parameters = { input, side: 3, stride: 2, padding: 0, cell: 5 };
    const kind = exerciseKind('window-place');
    expect(kind.form(parameters)).toEqual({
      form: 'place',
      rows: 7,
      columns: 7,
      window: { rows: 3, columns: 3 }
    });
    expect(kind.answer(parameters)).toEqual(wholes(2, 4));
    expect(kind.wrong['moved-by-one']?.(parameters)).toEqual([wholes(1, 2)]);
    expect(kind.wrong['swapped-axes']?.(parameters)).toEqual([wholes(4, 2)]);
    // Two windows of 3 and a third one do not fit side by side into 7.
    expect(kind.wrong['moved-by-size']?.(parameters)).toEqual([]);

    // It stands at the end of its row: next comes row 3, column 1.
    const next = exerciseKind('next-window');
    expect(next.answer(parameters)).toEqual(wholes(4, 0));
    expect(next.wrong['moved-by-one']?.(parameters)).toEqual([wholes(3, 0)]);
    expect(next.wrong['not-moved-down']?.(parameters)).toEqual([wholes(2, 0)]);
    expect(next.wrong['column-kept']?.(parameters)).toEqual([wholes(4, 4)]);
    // The last window ends at the border.
    expect(next.wrong['squeezed-in']?.(parameters)).toEqual([]);
  });
});

describe('the darkest pixel', () => {
  it('has no darker one, and no equal one', () => {
    for (const [level, seed] of everySeed()) {
      const { parameters, answer } = questionOf('darkest-pixel', level, seed);
      const { picture } = parameters as { picture: Rows };
      const [row = NaN, column = NaN] = answer.map((value) => value.valueOf());
      const values = picture.flat();
      expect(picture[row]?.[column]).toBe(Math.min(...values));
      expect(new Set(values).size).toBe(values.length);
    }
  });
});

describe('the place of a pixel in the flattened row', () => {
  it('holds that pixel', () => {
    for (const [level, seed] of everySeed()) {
      const { parameters, answer } = questionOf('flattened-place', level, seed);
      const { size, at } = parameters as {
        size: { height: number; width: number };
        at: { row: number; column: number };
      };
      // Each pixel holds its own row and column.
      const names = Array.from({ length: size.height }, (_, row) =>
        Array.from({ length: size.width }, (__, column) => 1000 * row + column)
      );
      const row = flatten(exactTensor([[names]])).data;
      expect(row[(answer[0]?.valueOf() ?? NaN) - 1]?.valueOf()).toBe(1000 * at.row + at.column);
    }
  });
});

describe('the half turn of a kernel', () => {
  it('is upside down and left to right', () => {
    for (const [level, seed] of everySeed()) {
      const { parameters, answer } = questionOf('half-turn', level, seed);
      const { kernel } = parameters as { kernel: Rows };
      expect(answer).toEqual(wholes(...turned(kernel).flat()));
    }
  });

  it('by hand: 1, 2, 3, 4 becomes 4, 3, 2, 1', () => {
    const kind = exerciseKind('half-turn');
    const parameters = {
      kernel: [
        [1, 2],
        [3, 4]
      ]
    };
    expect(kind.answer(parameters)).toEqual(wholes(4, 3, 2, 1));
    const outcomes = (rule: string) => kind.wrong[rule]?.(parameters);
    expect(outcomes('mirrored')).toEqual([wholes(2, 1, 4, 3)]);
    expect(outcomes('mirrored-down')).toEqual([wholes(3, 4, 1, 2)]);
    expect(outcomes('transposed')).toEqual([wholes(1, 3, 2, 4)]);
    expect(outcomes('quarter-turn')).toEqual([wholes(3, 1, 4, 2), wholes(2, 4, 1, 3)]);
  });
});
