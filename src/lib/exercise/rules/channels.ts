import { Fraction, sumOf } from '$lib/engine';
import type { WrongRules } from './rule';

/** A finished cell of a filter over several channels: what each channel gave, and the bias. */
export interface ChannelCell {
  readonly sums: readonly Fraction[];
  readonly bias: Fraction;
}

/** A filter whose numbers are counted: weights and bias. */
export interface CountedChannels {
  readonly channels: number;
  /** Weights that lie on one channel. */
  readonly area: number;
}

/** What learners do with the partial sums of the channels instead of adding them up, with the bias once. */
export const CHANNEL_RULES = {
  /** Takes one channel for the whole: with three numbers at a place there is none that is the cell's. */
  'one-channel': ({ sums, bias }) => sums.map((sum) => sum.add(bias)),
  /** Takes the mean of the channels. */
  'averaged-channels': ({ sums, bias }) => [sumOf(sums).div(sums.length).add(bias)],
  /** Adds the bias to each channel. */
  'bias-per-channel': ({ sums, bias }) => [sumOf(sums).add(bias.mul(sums.length))],
  /** Stops at the sum of the channels. */
  'bias-left-out': ({ sums }) => [sumOf(sums)]
} satisfies WrongRules<ChannelCell>;

/** How learners miscount the numbers of one filter over several channels. */
export const CHANNEL_COUNT_RULES = {
  /** Gives each channel a bias, as if each plane were a filter. */
  'counted-bias-per-channel': ({ channels, area }) => [new Fraction(channels * (area + 1))],
  /** Counts one plane and forgets the others. */
  'counted-one-plane': ({ area }) => [new Fraction(area + 1)],
  /** Counts the weights only. */
  'counted-no-bias': ({ channels, area }) => [new Fraction(channels * area)]
} satisfies WrongRules<CountedChannels>;
