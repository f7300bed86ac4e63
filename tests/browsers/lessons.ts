import { readdirSync } from 'node:fs';
import type { LessonPlan } from '$lib/course';

const files = import.meta.glob<LessonPlan>('/lessons/*/lesson.ts', { eager: true, import: 'default' });

/** All lessons, from their folders. */
export const LESSONS = Object.values(files);

/** The addresses of all pages that are built, in both languages. */
export const PAGES = readdirSync('build', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .map((path) => path.replace(/(^|\/)index\.html$/, '$1'))
  .sort();
