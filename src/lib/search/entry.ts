/** What can be found: a lesson, one of its scenes, or a term of the glossary. */
export type EntryKind = 'lesson' | 'scene' | 'term';

/** One thing that can be found, as the index is made from it. */
export interface SearchEntry {
  readonly kind: EntryKind;
  readonly title: string;
  /** Other names in the language of the page. */
  readonly synonyms: readonly string[];
  /** Names in the other language, the first of them shown beside the title. */
  readonly otherNames: readonly string[];
  readonly text: string;
  /** What a hit shows below its title. */
  readonly note: string;
  /** The address of its page below the language: where the site stands is the page's business. */
  readonly path: string;
}

/** A hit, as it is shown. */
export interface Hit {
  readonly kind: EntryKind;
  readonly title: string;
  readonly otherName: string;
  readonly note: string;
  readonly path: string;
}
