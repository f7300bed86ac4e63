import type { PracticeSet } from '../sets/set';

export const MOST_VARIANTS = 60;
const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];
const KEYS = ['end', 'apart', 'none'] as const;
export type KeyPlace = (typeof KEYS)[number];

/** How worksheets are printed. */
export interface SheetOptions {
  readonly variants: number;
  readonly paper: Paper;
  readonly key: KeyPlace;
  /** What stands on top; empty where nothing was typed. */
  readonly heading: string;
}

const LONGEST_HEADING = 60;

/** The nearest number of worksheets that can be printed at once. */
export function usableCount(count: number): number {
  return Number.isFinite(count) ? Math.min(Math.max(Math.round(count), 1), MOST_VARIANTS) : 1;
}

/** What an address says of printing; what it gets wrong is as usual. */
export function readSheetOptions(query: URLSearchParams, set: PracticeSet): SheetOptions {
  const paper = query.get('paper');
  const key = query.get('key');
  return {
    variants: usableCount(Number(query.get('variants') ?? (set.perStudent ? 30 : 1))),
    paper: PAPERS.find((known) => known === paper) ?? 'a4',
    key: KEYS.find((known) => known === key) ?? 'end',
    heading: (query.get('title') ?? '').slice(0, LONGEST_HEADING)
  };
}

/** The same, behind the query of a set. */
export function sheetQuery({ variants, paper, key, heading }: SheetOptions): string {
  const title = heading === '' ? '' : `&title=${encodeURIComponent(heading)}`;
  return `&variants=${variants}&paper=${paper}&key=${key}${title}`;
}
