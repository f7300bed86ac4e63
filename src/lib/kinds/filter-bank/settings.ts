import type { ExactTensor, Fraction } from '$lib/engine';

type Entry = number | string;
type Rows = readonly (readonly Entry[])[];

/** The largest bank that a stage has room for. */
export const MOST_CHANNELS = 4;
export const MOST_FILTERS = 6;

/** The numbers of a filter bank as a lesson has them. */
export interface RawBankSettings {
  /** One matrix a channel. */
  readonly input: readonly Rows[];
  /** For each filter one matrix a channel. */
  readonly filters: readonly (readonly Rows[])[];
  /** One for each filter. */
  readonly biases: readonly Entry[];
  /** Channels and filters in so many groups that know nothing of each other. */
  readonly groups: number;
}

/** The numbers of a filter bank. A filter keeps the planes that its group leaves out: with fewer groups they are used. */
export interface BankSettings {
  /** One plane a channel, each [1, 1, H, W]. */
  readonly input: readonly ExactTensor[];
  /** For each filter one plane a channel, each [1, 1, FH, FW]. */
  readonly filters: readonly (readonly ExactTensor[])[];
  readonly biases: readonly Fraction[];
  readonly groups: number;
}

/** Whether channels and filters can be split into so many groups. */
export function canSplit({ input, filters }: BankSettings, groups: number): boolean {
  return input.length % groups === 0 && filters.length % groups === 0;
}

/** The channels that a filter looks at: the first one, counted from 0, and how many. */
export function channelsSeen(
  { input, filters, groups }: BankSettings,
  filter: number
): { readonly first: number; readonly count: number } {
  const count = input.length / groups;
  return { first: Math.floor(filter / (filters.length / groups)) * count, count };
}
