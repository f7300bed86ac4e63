import { rowsOf, sumOf, type Fraction } from '$lib/engine';
import type { PhotoGoal } from './goal-schema';
import type { PhotoFilterSettings } from './settings';

const isZero = (value: Fraction) => value.n === 0n;

/**
 * Whether the learner's kernel does what was asked of it. Where light changes from column to column only, a sum is the
 * columns' light times the sums of the kernel's columns: it is 0 everywhere exactly when these are. Where light changes
 * from row to row only the sums of its rows count, and one of them must not be 0.
 */
export function reached(_goal: PhotoGoal, { kernel }: PhotoFilterSettings): boolean {
  if (!kernel) return false;
  const rows = rowsOf(kernel);
  const columns = rows.map((_, column) => rows.flatMap((row) => row[column] ?? []));
  return columns.map(sumOf).every(isZero) && !rows.map(sumOf).every(isZero);
}
