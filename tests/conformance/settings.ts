import { conv2d, matrix, rowsOf } from '$lib/engine';
import type { WindowSettings } from '$lib/trace';
import fc from 'fast-check';
import { expect } from 'vitest';
import { everyday, settingsWith } from '../data/arbitraries';
import { LESSON_SCENES } from '../data/scenes';
import { WORKED_EXAMPLES } from '../data/worked-examples';

const random = fc.sample(settingsWith(everyday), { numRuns: 20, seed: 3 });

/** The numbers of the lesson, the worked examples, and some that were drawn once and for all. */
export const SETTINGS: readonly WindowSettings[] = [
  ...LESSON_SCENES.map(({ settings }) => settings),
  ...WORKED_EXAMPLES.map(({ input, kernel, stride, padding }) => ({
    input: matrix(input),
    kernel: matrix(kernel),
    stride,
    padding
  })),
  ...random
];

/** Holds the rows that another program found against the exact ones. */
export function expectRows(
  rows: number[][] | undefined,
  { input, kernel, stride, padding }: WindowSettings
): void {
  const expected = rowsOf(conv2d(input, kernel, { stride, padding })).map((row) =>
    row.map((value) => value.valueOf())
  );
  expect(rows?.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  const pairs = expected.flatMap((row, i) =>
    row.map((value, j) => [value, rows?.[i]?.[j] ?? Number.NaN] as const)
  );
  for (const [value, found] of pairs) {
    expect(Math.abs(found - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
  }
}
