import { Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** A pooling layer whose parameters are counted. */
interface CountedPooling {
  readonly channels: number;
  /** Cells under one window. */
  readonly taps: number;
}

/** What learners count as the parameters of a pooling layer, which has none. */
export const POOLING_COUNT_RULES = {
  /** Takes the window for a filter: a weight for each of its cells, once or in every channel. */
  'window-of-weights': ({ channels, taps }) => [new Fraction(taps), new Fraction(taps * channels)],
  /** Gives each channel a filter with its bias. */
  'filters-with-bias': ({ channels, taps }) => [new Fraction((taps + 1) * channels)],
  /** Counts the channels. */
  'one-per-channel': ({ channels }) => [new Fraction(channels)]
} satisfies WrongRules<CountedPooling>;
