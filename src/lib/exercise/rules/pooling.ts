import { exactField, Fraction, sumOf } from '$lib/engine';
import type { WrongRules } from './rule';

/** An output cell of a pooling: what lies under its window, and under the windows it is mistaken for. */
export interface PooledCell {
  readonly operation: 'max' | 'average';
  /** The values under the window, in reading order. */
  readonly values: readonly Fraction[];
  /** What the cells at the same place of the other channels come to. */
  readonly others: readonly Fraction[];
  /** What the window comes to that has moved by one cell for each output; null where it is the same window. */
  readonly movedByOne: Fraction | null;
  /** What the window comes to that has moved by its own size for each output; null where it is the same or lies outside. */
  readonly movedBySize: Fraction | null;
  /** Cells along one side of the window. */
  readonly side: number;
}

function largestOf(values: readonly Fraction[]): Fraction[] {
  const [first, ...others] = values;
  return first ? [others.reduce((best, value) => (value.compare(best) > 0 ? value : best), first)] : [];
}

function meanOf(values: readonly Fraction[]): Fraction[] {
  return values.length > 0 ? [sumOf(values).div(values.length)] : [];
}

/** What learners make of a window instead of its maximum or its mean. */
export const POOLING_RULES = {
  /** Takes the value that is farthest from 0: with its sign, or without it. */
  'largest-magnitude': ({ values }) => {
    const magnitudes = values.map((value) => value.abs());
    const [largest] = largestOf(magnitudes);
    const found = largest && values[magnitudes.indexOf(largest)];
    return largest && found ? [found, largest] : [];
  },
  /** Takes 0 for the least that can come out, as after ReLU. */
  'never-negative': ({ values }) => largestOf([...values, exactField.zero]),
  /** Takes the value in the window's corner. */
  'first-value': ({ values }) => values.slice(0, 1),
  /** Adds up and stops there. */
  'added-up': ({ values }) => [sumOf(values)],
  /** Does the other kind of pooling. */
  'other-pooling': ({ operation, values }) => (operation === 'max' ? meanOf(values) : largestOf(values)),
  /** Divides the sum by the side of the window, or leaves the zeros out of the count. */
  'wrong-divisor': ({ values, side }) => {
    const total = sumOf(values);
    const set = values.filter(({ n }) => n !== 0n).length;
    return [side, set].filter((count) => count > 0).map((count) => total.div(count));
  },
  /** Goes through all channels: the largest of them, or their sum. */
  'mixed-channels': ({ values, others, operation }) => {
    const own = operation === 'max' ? largestOf(values) : meanOf(values);
    const all = [...own, ...others];
    return [...largestOf(all), sumOf(all)];
  },
  /** Moves the window by one cell. */
  'moved-by-one': ({ movedByOne }) => (movedByOne ? [movedByOne] : []),
  /** Puts windows side by side whatever the stride is. */
  'moved-by-size': ({ movedBySize }) => (movedBySize ? [movedBySize] : [])
} satisfies WrongRules<PooledCell>;
