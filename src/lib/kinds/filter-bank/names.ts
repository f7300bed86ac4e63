import * as m from '$lib/paraglide/messages';
import { filterLetter } from '../shared/filter-letter';
import type { BankSettings } from './settings';

/** What the grids of a bank are called: input 1, kernel A1, bias A, feature map A. */
export function bankNames({ input, filters }: BankSettings) {
  const letter = (filter: number) => filterLetter(filter, filters.length);
  const number = (channel: number) => (input.length === 1 ? '' : `${channel + 1}`);
  return {
    letter,
    input: (channel: number) => `${m.input()} ${number(channel)}`.trim(),
    kernel: (filter: number, channel: number) => `${m.kernel()} ${letter(filter)}${number(channel)}`.trim(),
    bias: (filter: number) => `${m.bias()} ${letter(filter)}`.trim(),
    map: (filter: number) => `${m.feature_map()} ${letter(filter)}`.trim(),
    /** What stands on a phone over those that follow the first one of several: it says what the letters are. */
    short: {
      kernel: (filter: number, channel: number) =>
        channel > 0 ? `${letter(filter)}${number(channel)}` : undefined,
      map: (filter: number) => (filter > 0 ? letter(filter) : undefined)
    }
  };
}

/** What prose calls the parts of a filter: 'kernel-a', 'output-a'. */
export const thingOf = (part: 'kernel' | 'bias' | 'output', filter: number): string =>
  `${part}-${String.fromCharCode('a'.charCodeAt(0) + filter)}`;
