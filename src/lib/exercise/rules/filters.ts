import { sumOf, type Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** A cell of one of several maps: its own value, and what the other maps have at the same place. */
export interface CellOfMaps {
  readonly value: Fraction;
  readonly others: readonly Fraction[];
}

/** How learners mix up filters that look at the same input. */
export const FILTER_RULES = {
  /** Takes the number that another filter makes of the same place. */
  'other-filter': ({ others }) => others,
  /** Adds up what all filters make of the place, as if they made one map together. */
  'summed-filters': ({ value, others }) => [sumOf([value, ...others])]
} satisfies WrongRules<CellOfMaps>;
