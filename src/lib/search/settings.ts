import type { Options } from 'minisearch';
import type { Hit } from './entry';
import { initialsOf, nameTokensOf, tokensOf } from './words';

/** An entry as the index keeps it: names by line. */
export interface IndexedEntry extends Hit {
  readonly id: number;
  readonly names: string;
  readonly other: string;
  readonly text: string;
  readonly initials: string;
  /** Keys of its names: first its own, then the others. */
  readonly keys: readonly string[];
}

const lines = (text: string) => text.split('\n');

/** How the index is made and read: the same on both sides, or it would not be found what is there. */
export const INDEX_SETTINGS: Options<IndexedEntry> = {
  fields: ['names', 'other', 'text', 'initials'],
  storeFields: ['kind', 'title', 'otherName', 'note', 'path', 'keys'] satisfies (keyof IndexedEntry)[],
  tokenize: (text, field) => {
    if (field === 'initials') return lines(text).flatMap(initialsOf);
    return field === 'names' || field === 'other' ? lines(text).flatMap(nameTokensOf) : tokensOf(text);
  },
  // The tokens are in their last form already.
  processTerm: (term) => term
};
