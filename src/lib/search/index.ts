/**
 * How things are found: words taken apart letter by letter, and the index that is asked. The making of the index,
 * at build time, is the second door, `build.server.ts`.
 */
export type { EntryKind, Hit, SearchEntry } from './entry';
export { readIndex } from './search';
export type { Search } from './search';
export { someNameContains } from './words';
