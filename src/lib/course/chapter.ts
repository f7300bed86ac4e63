import * as m from '$lib/paraglide/messages';

const NAMES: Readonly<Record<number, () => string>> = { 1: m.chapter_1 };

/** The name of a chapter; empty when it has none yet. */
export function chapterName(chapter: number): string {
  return NAMES[chapter]?.() ?? '';
}
