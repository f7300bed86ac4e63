import * as m from '$lib/paraglide/messages';

const NAMES: Readonly<Record<number, () => string>> = {
  1: m.chapter_1,
  2: m.chapter_2,
  3: m.chapter_3,
  4: m.chapter_4,
  5: m.chapter_5
};

/** The name of a chapter of the course; empty when it has none of that number. */
export function chapterName(chapter: number): string {
  return NAMES[chapter]?.() ?? '';
}
