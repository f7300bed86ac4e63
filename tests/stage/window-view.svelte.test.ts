import { matrix, type Position } from '$lib/engine';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import type { GridCell } from '$lib/stage/Grid.svelte';
import type { Target } from '$lib/describe';
import { Clock } from '$lib/stage/clock.svelte';
import { Pointing } from '$lib/stage/pointing.svelte';
import { WindowView } from '$lib/stage/window-view.svelte';
import { windowTrace, type Grain, type WindowSettings } from '$lib/trace';
import { beforeEach, describe, expect, it } from 'vitest';

beforeEach(() => {
  overwriteGetLocale(() => 'en');
});

/** Rows of the given numbers, all different. */
const numbered = (rows: number, columns: number) =>
  matrix(
    Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, c) => row * columns + c + 1))
  );

const SETTINGS: readonly WindowSettings[] = [
  { input: numbered(4, 4), kernel: numbered(3, 3), stride: 1, padding: 0 },
  { input: numbered(3, 5), kernel: numbered(2, 1), stride: 2, padding: 1 },
  { input: numbered(5, 4), kernel: numbered(2, 3), stride: 3, padding: 2 },
  { input: numbered(2, 2), kernel: numbered(1, 1), stride: 1, padding: 0 }
];
const FIRST = SETTINGS[0] as WindowSettings;

function viewOf(settings: WindowSettings, grain: Grain = 'cell', start = 0) {
  const trace = windowTrace(settings, grain);
  const pointing = new Pointing();
  const clock = new Clock(start);
  const view = new WindowView(() => trace, clock, pointing);
  return { view, pointing, trace, go: (to: number) => clock.jump(to) };
}

const GRIDS = ['inputCells', 'kernelCells', 'productCells', 'outputCells'] as const;
const gridsOf = (view: WindowView) => GRIDS.map((name) => view[name]);

/** The places of the cells that have a mark, as 'row,column'. */
function marked(cells: readonly (readonly GridCell[])[], mark: string): string[] {
  return cells.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell.tone.split(' ').includes(mark) ? [`${r},${c}`] : []))
  );
}

/** All places of a grid. */
const places = (rows: number, columns: number): Position[] =>
  Array.from({ length: rows * columns }, (_, index) => ({
    row: Math.floor(index / columns),
    column: index % columns
  }));
const placesOf = (size: { height: number; width: number }) => places(size.height, size.width);
const key = ({ row, column }: Position) => `${row},${column}`;

describe('cells that do not change', () => {
  it('are the same objects while a step is on its way', () => {
    const { view, go } = viewOf(FIRST, 'cell', 2.8);
    const before = gridsOf(view);
    go(2.9);
    gridsOf(view).forEach((cells, index) => expect(cells).toBe(before[index]));
  });

  it('are the same objects when something far from them is pointed at', () => {
    const { view, pointing } = viewOf(FIRST, 'cell', 3);
    const [input, kernel, product, output] = gridsOf(view);
    pointing.hovered = { kind: 'term', index: 4 };
    const changed = (now: GridCell[][], before: GridCell[][] | undefined) =>
      now.flatMap((row, r) => row.flatMap((cell, c) => (cell === before?.[r]?.[c] ? [] : [`${r},${c}`])));
    // Output cell 3 of a 2×2 map is (1, 0): its middle product is of input (2, 1).
    expect(changed(view.inputCells, input)).toEqual(['2,1']);
    expect(changed(view.kernelCells, kernel)).toEqual(['1,1']);
    expect(changed(view.productCells, product)).toEqual(['1,1']);
    expect(changed(view.outputCells, output)).toEqual([]);
  });

  it('keep their row, and the kernel all of its cells, from one step to the next', () => {
    const { view, go } = viewOf({ ...FIRST, input: numbered(6, 6) }, 'cell', 1);
    const [input, kernel, , output] = gridsOf(view);
    go(2);
    const kept = (now: GridCell[][], before: GridCell[][] | undefined) =>
      now.map((row, r) => row === before?.[r]);
    expect(kept(view.kernelCells, kernel)).toEqual([true, true, true]);
    expect(kept(view.outputCells, output)).toEqual([false, true, true, true]);
    expect(kept(view.inputCells, input)).toEqual([false, false, false, true, true, true]);
  });

  it('do not outlive a change that brings the old text back', () => {
    const { view, go } = viewOf(FIRST, 'cell', 1);
    const before = view.outputCells.map((row) => row.map((cell) => ({ ...cell })));
    go(2);
    expect(view.outputCells).not.toEqual(before);
    go(1);
    expect(view.outputCells).toEqual(before);
  });
});

describe('the outputs that an input cell feeds', () => {
  it.each(SETTINGS)('are those whose window covers it (setting %#)', (settings) => {
    const { view, pointing, trace } = viewOf(settings);
    const { padded, output, kernel, stride } = trace.geometry;
    let most = 0;
    for (const at of placesOf(padded)) {
      pointing.hovered = { kind: 'input', at };
      const covered = placesOf(output).filter(({ row, column }) => {
        const down = at.row - row * stride.height;
        const across = at.column - column * stride.width;
        return down >= 0 && across >= 0 && down < kernel.height && across < kernel.width;
      });
      most = Math.max(most, covered.length);
      expect(marked(view.outputCells, 'fed')).toEqual(covered.map(key));
      expect(view.fed).toEqual(covered);
    }
    expect(most).toBeGreaterThan(0);
    pointing.hovered = { kind: 'term', index: 0 };
    expect(view.fed).toBeNull();
    expect(marked(view.outputCells, 'fed')).toEqual([]);
  });
});

describe('what belongs to a term', () => {
  it.each(SETTINGS)('lights up together, from the term or from its input cell (setting %#)', (settings) => {
    const { view, pointing, trace, go } = viewOf(settings);
    const { kernel, output, stride, padded } = trace.geometry;
    placesOf(output).forEach((cell, cellIndex) => {
      go(cellIndex + 1);
      const origin = { row: cell.row * stride.height, column: cell.column * stride.width };
      placesOf(kernel).forEach((weight, index) => {
        const at = { row: origin.row + weight.row, column: origin.column + weight.column };
        const targets: Target[] = [
          { kind: 'term', index },
          { kind: 'input', at }
        ];
        for (const target of targets) {
          pointing.hovered = target;
          expect(view.activeTerm).toBe(index);
          expect(marked(view.inputCells, 'lit')).toEqual([key(at)]);
          expect(marked(view.kernelCells, 'lit')).toEqual([key(weight)]);
          expect(marked(view.productCells, 'lit')).toEqual([key(weight)]);
        }
      });
      const outside = placesOf(padded).filter(
        ({ row, column }) =>
          row < origin.row ||
          column < origin.column ||
          row >= origin.row + kernel.height ||
          column >= origin.column + kernel.width
      );
      for (const at of outside) {
        pointing.hovered = { kind: 'input', at };
        expect(view.activeTerm).toBeNull();
      }
    });
  });

  it('stays lit while it is held, and something pointed at goes before it', () => {
    const { view, pointing } = viewOf(FIRST, 'cell', 1);
    pointing.toggleHold({ kind: 'term', index: 2 });
    expect(marked(view.kernelCells, 'lit')).toEqual(['0,2']);
    pointing.hovered = { kind: 'term', index: 5 };
    expect(marked(view.kernelCells, 'lit')).toEqual(['1,2']);
    pointing.hovered = null;
    expect(marked(view.kernelCells, 'lit')).toEqual(['0,2']);
    pointing.toggleHold({ kind: 'term', index: 2 });
    expect(marked(view.kernelCells, 'lit')).toEqual([]);
  });

  it('is the newest product, one multiplication at a time, and none that is still to come', () => {
    const { view, pointing, go } = viewOf(FIRST, 'product');
    expect(view.activeTerm).toBeNull();
    for (const [step, newest] of [
      [1, 0],
      [5, 4],
      [9, 8],
      [10, 0]
    ] as const) {
      go(step);
      expect(view.activeTerm).toBe(newest);
    }
    go(3);
    pointing.hovered = { kind: 'term', index: 3 };
    expect(view.activeTerm).toBeNull();
    pointing.hovered = { kind: 'term', index: 1 };
    expect(view.activeTerm).toBe(1);
  });
});

describe('the numbers on the grids', () => {
  const texts = (cells: readonly (readonly GridCell[])[]) => cells.map((row) => row.map(({ text }) => text));

  it('are those of the step, and no output before its time', () => {
    const { view, go } = viewOf(FIRST, 'cell');
    expect(texts(view.outputCells)).toEqual([
      ['', ''],
      ['', '']
    ]);
    expect(new Set(texts(view.productCells).flat())).toEqual(new Set(['']));
    go(2);
    // Rows 2 3 4, 6 7 8, 10 11 12 under the weights 1 to 9.
    expect(texts(view.productCells)).toEqual([
      ['2', '6', '12'],
      ['24', '35', '48'],
      ['70', '88', '108']
    ]);
    expect(texts(view.outputCells)).toEqual([
      ['348', '393'],
      ['', '']
    ]);
    expect(view.outputCells[1]?.[0]?.label).toBe('empty');
  });

  it('are padding zeros around the input', () => {
    const { view } = viewOf({ input: numbered(1, 2), kernel: numbered(1, 1), stride: 1, padding: 1 });
    expect(texts(view.inputCells)).toEqual([
      ['0', '0', '0', '0'],
      ['0', '1', '2', '0'],
      ['0', '0', '0', '0']
    ]);
    expect(marked(view.inputCells, 'padding')).toHaveLength(10);
  });

  it('show a partial sum one multiplication at a time', () => {
    const { view } = viewOf(FIRST, 'product', 2);
    expect(view.outputCells[0]?.[0]).toMatchObject({ text: '5', tone: 'counted' });
  });

  it('are rounded only with the exact value beside them', () => {
    const { view } = viewOf({ ...FIRST, input: matrix([['1/300007']]), kernel: matrix([[1]]) }, 'cell', 1);
    expect(view.outputCells[0]?.[0]).toMatchObject({ text: '≈3.33×10⁻⁶', exact: '1/300007' });
  });
});

describe('an output cell that is pointed at', () => {
  const at = { row: 0, column: 0 };

  it('shows its own window, products and sum once it is finished', () => {
    const { view, pointing, trace } = viewOf(FIRST, 'cell', 3);
    pointing.hovered = { kind: 'output', at };
    expect(view.shown).toEqual(trace.step(1));
    expect(view.window).toEqual({ row: 0, column: 0 });
    expect(marked(view.inputCells, 'met')).toHaveLength(9);
    expect(marked(view.inputCells, 'met')[0]).toBe('0,0');
    pointing.hovered = null;
    expect(view.window).toEqual({ row: 1, column: 0 });
  });

  it('shows only where its window will lie, as long as it is not', () => {
    const { view, pointing } = viewOf(FIRST, 'cell', 1);
    pointing.hovered = { kind: 'output', at: { row: 1, column: 1 } };
    expect(view.ghost).toEqual({ row: 1, column: 1 });
    expect(view.window).toEqual({ row: 0, column: 0 });
    expect(view.outputCells[1]?.[1]?.text).toBe('');
  });

  it('stays on show while it is pinned', () => {
    const { view, pointing } = viewOf(FIRST, 'cell', 4);
    pointing.togglePin(at);
    expect(view.shown.index).toBe(1);
    expect(marked(view.outputCells, 'pinned')).toEqual(['0,0']);
    pointing.togglePin(at);
    expect(view.shown.index).toBe(4);
  });
});
