import { readdirSync } from 'node:fs';
import type { LessonPlan } from '$lib/course';

const files = import.meta.glob<LessonPlan>('/lessons/*/lesson.ts', { eager: true, import: 'default' });

/** All lessons, from their folders. */
export const LESSONS = Object.values(files);

export type Language = 'en' | 'ko';

/** In which language a browser sees the page of that number: the next one in the other, the other browser the other way. */
export type Turn = (index: number) => Language;

const built = readdirSync('build', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .map((path) => path.replace(/(^|\/)index\.html$/, '$1'))
  .sort();

/** The addresses of all pages that are built, each in one language. */
export function pagesOf(languageOf: Turn): string[] {
  const english = built.filter((path) => path.startsWith('en/'));
  const others = built.filter((path) => !/^(?:en|ko)\//.test(path));
  return [...others, ...english.map((path, index) => path.replace(/^en/, languageOf(index)))];
}
