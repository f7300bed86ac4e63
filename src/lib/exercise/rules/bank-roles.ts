import { Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** Something of a filter bank that is counted. */
export interface BankCount {
  readonly counted: 'filters' | 'filter-channels' | 'maps' | 'biases' | 'planes';
  /** Channels of the input. */
  readonly channels: number;
  readonly filters: number;
}

const answer = (count: number): readonly Fraction[] => [new Fraction(count)];

/** How learners mix up the channels of the input, those of a filter, and the filters. */
export const BANK_ROLE_RULES = {
  /** Takes one for the other: a filter for each channel of the input, a channel in each filter for each filter. */
  'channels-as-filters': ({ counted, channels, filters }) =>
    answer(counted === 'filter-channels' ? filters : channels),
  /** Takes each channel of each filter for a filter of its own, with a map and a bias. */
  'not-summed': ({ counted, channels, filters }) =>
    counted === 'planes' || counted === 'filter-channels' ? [] : answer(channels * filters),
  /** Takes filters for flat: one channel each. */
  'flat-filter': ({ counted, filters }) =>
    counted === 'filter-channels' ? answer(1) : counted === 'planes' ? answer(filters) : [],
  /** Takes all filters together for one: they make one map, with one bias. */
  'one-for-all': ({ counted }) => (counted === 'filter-channels' || counted === 'planes' ? [] : answer(1))
} satisfies WrongRules<BankCount>;
