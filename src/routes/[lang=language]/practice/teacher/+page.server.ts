import { lessonExercises, lessonSummaries } from '$lib/course/library.server';
import { locales, type Locale } from '$lib/paraglide/runtime';
import { EXERCISE_NAMES } from '$lib/practice/exercises';
import { exerciseTitles } from '$lib/practice/titles.server';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }));

// Titles are asked for here, so that the page need not fetch every kind for its name.
export const load: PageServerLoad = async ({ params }) => ({
  lessons: lessonSummaries(params.lang as Locale).map(({ slug, number, title }) => ({
    slug,
    number,
    title,
    exercises: lessonExercises(slug)
  })),
  titles: await exerciseTitles(EXERCISE_NAMES)
});
