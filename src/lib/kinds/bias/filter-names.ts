import type { BiasSettings } from './settings';
import { filterLetter } from '../shared/filter-letter';
import * as m from '$lib/paraglide/messages';

/** What the grids of a filter are called, in the reader's language. */
export interface FilterNames {
  readonly kernel: string;
  readonly bias: string;
  readonly map: string;
  readonly activated: string;
}

/** The names for each filter: with a letter where there are several. */
export function filterNames({ biases }: BiasSettings): FilterNames[] {
  return biases.map((_, filter) => {
    const named = (name: string) => `${name} ${filterLetter(filter, biases.length)}`.trim();
    return {
      kernel: named(m.kernel()),
      bias: named(m.bias()),
      map: named(m.feature_map()),
      activated: named('ReLU')
    };
  });
}
