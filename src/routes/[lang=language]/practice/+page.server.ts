import { lessonExercises, lessonSummaries } from '$lib/course/library.server';
import { locales, type Locale } from '$lib/paraglide/runtime';
import { EXERCISE_NAMES } from '$lib/practice/exercises';
import { exerciseTitles } from '$lib/practice/titles.server';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }));

export const load: PageServerLoad = async ({ params }) => {
  const lessons = await Promise.all(
    lessonSummaries(params.lang as Locale).map(async ({ number, slug, title }) => ({
      number,
      slug,
      title,
      exercises: await exerciseTitles(lessonExercises(slug))
    }))
  );
  return {
    lessons: lessons.filter(({ exercises }) => exercises.length > 0),
    titles: await exerciseTitles(EXERCISE_NAMES)
  };
};
