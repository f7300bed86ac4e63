import { lessonSummaries } from '$lib/course/library.server';
import { locales, type Locale } from '$lib/paraglide/runtime';
import { kindTitles } from '$lib/practice';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }));

/** Kinds of exercise by the lesson after which they can be done. */
const EXERCISES: Readonly<Record<string, readonly string[]>> = {
  convolution: ['output-cell'],
  'output-size': ['output-size']
};

// Titles are asked for here, so that the page need not fetch every kind for its name.
export const load: PageServerLoad = async ({ params }) => ({
  lessons: lessonSummaries(params.lang as Locale).map(({ slug, number, title }) => ({
    slug,
    number,
    title,
    exercises: EXERCISES[slug] ?? []
  })),
  titles: await kindTitles()
});
