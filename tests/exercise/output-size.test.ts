import { outputLength } from '$lib/engine';
import { LEFTOVER_RULES, OUTPUT_SIZE_RULES, type WindowSide } from '$lib/exercise';
import { describe, expect, it } from 'vitest';

const answers = <Name extends string>(
  rules: Readonly<Record<Name, (side: WindowSide) => readonly { toString(): string }[]>>,
  side: WindowSide
) =>
  Object.fromEntries(
    Object.entries<(asked: WindowSide) => readonly { toString(): string }[]>(rules).map(([name, rule]) => [
      name,
      rule(side).map((answer) => answer.toString())
    ])
  );

describe('whoever counts the places of a window along a side', () => {
  it('of 8 cells, with a window of 5 that goes 2 at a time, may find other numbers than 2', () => {
    expect(outputLength(8, 5, 2)).toBe(2);
    expect(answers(OUTPUT_SIZE_RULES, { input: 8, kernel: 5, stride: 2, padding: 0 })).toEqual({
      'rounded-up': ['3'],
      unrounded: ['2.5'],
      'input-by-stride': ['4', '4'],
      'forgot-first-place': ['1'],
      'ignored-stride': ['4'],
      'padding-once': ['2'],
      'ignored-padding': ['2'],
      'kept-length': ['8']
    });
  });

  it('of 7 cells and a padding of 2, with a window of 4 that goes 3 at a time, may find other numbers than 3', () => {
    expect(outputLength(7, 4, 3, 2)).toBe(3);
    expect(answers(OUTPUT_SIZE_RULES, { input: 7, kernel: 4, stride: 3, padding: 2 })).toEqual({
      'rounded-up': ['4'],
      unrounded: ['3.(3)'],
      'input-by-stride': ['2.(3)', '2'],
      'forgot-first-place': ['2'],
      'ignored-stride': ['8'],
      'padding-once': ['2'],
      'ignored-padding': ['2'],
      'kept-length': ['7']
    });
  });
});

describe('whoever counts the cells at the end of a side that no window reaches', () => {
  it('of 8 cells, with a window of 5 that goes 2 at a time, may find other numbers than 1', () => {
    expect(answers(LEFTOVER_RULES, { input: 8, kernel: 5, stride: 2, padding: 0 })).toEqual({
      'border-counts': ['0'],
      'input-remainder': ['0'],
      'behind-first': ['3'],
      'skipped-places': ['2']
    });
  });
});
