/** The making of the index, at build time. */
import MiniSearch from 'minisearch';
import type { SearchEntry } from './entry';
import { INDEX_SETTINGS, type IndexedEntry } from './settings';
import { nameKey } from './words';

function indexed(entry: SearchEntry, id: number): IndexedEntry {
  const { kind, title, synonyms, otherNames, text, note, path } = entry;
  const names = [title, ...synonyms];
  return {
    ...{ id, kind, title, note, path, text },
    otherName: otherNames[0] ?? '',
    names: names.join('\n'),
    other: otherNames.join('\n'),
    initials: [...names, ...otherNames].join('\n'),
    keys: [...names, ...otherNames].map(nameKey)
  };
}

/** The index of all that can be found on pages of one language, as JSON. */
export function buildIndex(entries: readonly SearchEntry[]): string {
  const index = new MiniSearch<IndexedEntry>(INDEX_SETTINGS);
  index.addAll(entries.map(indexed));
  return JSON.stringify(index);
}
