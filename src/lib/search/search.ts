import MiniSearch, { type SearchResult } from 'minisearch';
import type { Hit } from './entry';
import { INDEX_SETTINGS, type IndexedEntry } from './settings';
import { consonantsOf, nameTokensOf, queryKeys } from './words';

/** More hits than this nobody reads. */
const MOST_HITS = 20;
/** Longer than any name: what lies behind is not searched for. */
const LONGEST_QUERY = 100;
/** A word this short has no letter to spare for a slip, and one this long has two. */
const SHORT_WORD = 4;
const LONG_WORD = 7;

function slipsIn(word: string): number | false {
  if (word.length <= SHORT_WORD) return false;
  return word.length < LONG_WORD ? 1 : 2;
}

/**
 * How well the query is a name of the entry: its own to the letter, another one to the letter, its own or another
 * one nearly, or none. Among equals a term comes first, because it explains the word.
 */
function nearness(hit: SearchResult, query: readonly string[]): number {
  const keys = hit.keys as IndexedEntry['keys'];
  const own = keys.slice(0, 1);
  const degrees = [
    keys.some((key) => hit.terms.includes(key)),
    own.some((key) => hit.terms.includes(key)),
    keys.some((key) => query.includes(key)),
    own.some((key) => query.includes(key))
  ];
  const degree = degrees.lastIndexOf(true) + 1;
  return degree === 0 ? 0 : 2 * degree + (hit.kind === 'term' ? 1 : 0);
}

/** Finds entries in an index. Whatever the query is, it finds something or nothing. */
export type Search = (query: string) => Hit[];

/**
 * Reads an index that `buildIndex` has made.
 *
 * @throws when the text is no such index
 */
export function readIndex(json: string): Search {
  const index = MiniSearch.loadJSON<IndexedEntry>(json, INDEX_SETTINGS);
  return (whole) => {
    const query = whole.slice(0, LONGEST_QUERY);
    const consonants = consonantsOf(query);
    const found =
      consonants === undefined
        ? index.search(query, {
            fields: ['names', 'other', 'text'],
            boost: { names: 6, other: 4 },
            tokenize: nameTokensOf,
            // A letter among words is a word; alone it is the beginning of one.
            prefix: (word, _, words) => word.length > 1 || words.length === 1,
            fuzzy: slipsIn
          })
        : index.search(consonants, { fields: ['initials'], tokenize: (text) => [text], prefix: true });
    const keys = queryKeys(query);
    return found
      .map((hit) => ({ hit, near: nearness(hit, keys) }))
      .sort((left, right) => right.near - left.near || right.hit.score - left.hit.score)
      .slice(0, MOST_HITS)
      .map(({ hit: { kind, title, otherName, note, path } }) => ({ kind, title, otherName, note, path }));
  };
}
