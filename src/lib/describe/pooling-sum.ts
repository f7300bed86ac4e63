import type { AvgPoolStep, MaxPoolStep, PoolingStep } from '$lib/trace';
import { numberText } from './equation';
import { exactText } from './number-text';
import { resultOf, type Sum } from './sum';

function sumOver(
  { cell, cells, total }: PoolingStep,
  textOf: (index: number) => string,
  counts: (index: number) => boolean,
  around: Pick<Sum, 'before' | 'between' | 'after'>
): Sum | null {
  if (cell === null) return null;
  const result = resultOf(total);
  const summands = cells.map((_, index) => ({
    parts: [{ text: textOf(index), tone: 'input' as const }],
    target: { kind: 'term' as const, index },
    counts: counts(index)
  }));
  return { ...around, rows: [{ summands, result }], last: [], result };
}

/**
 * What the window of a maximum comes to: 'max(3, −1, −3, 1) = 3'. Null at step 0.
 *
 * @param decided whether the largest has been found: all others recede then
 */
export function maximumSum(step: MaxPoolStep, decided: boolean): Sum | null {
  const text = (index: number) => exactText((step.cells[index] as (typeof step.cells)[number]).value);
  const counts = (index: number) => !decided || index === step.winner;
  return sumOver(step, text, counts, { before: 'max(', between: ', ', after: ')' });
}

/** What the window of a mean comes to: '(3 + (−1) + (−3) + 1)/4 = 0'. Null at step 0. */
export function meanSum(step: AvgPoolStep): Sum | null {
  const value = (index: number) => (step.cells[index] as (typeof step.cells)[number]).value;
  return sumOver(
    step,
    (index) => numberText(value(index)),
    (index) => value(index).n !== 0n,
    { before: '(', between: ' + ', after: `)/${step.divisor ?? 1}` }
  );
}
