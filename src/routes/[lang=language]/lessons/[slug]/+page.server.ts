import { outputLengthTemplate } from '$lib/course/formula.server';
import { lessonExercises, lessonPage, lessonSummaries } from '$lib/course/library.server';
import { exerciseTitles } from '$lib/practice/titles.server';
import { locales, type Locale } from '$lib/paraglide/runtime';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
  locales.flatMap((lang) => lessonSummaries(lang).map(({ slug }) => ({ lang, slug })));

export const load: PageServerLoad = async ({ params }) => {
  const lesson = lessonPage(params.slug, params.lang as Locale);
  if (!lesson) error(404);
  const exercises = await exerciseTitles(lessonExercises(params.slug));
  return { lesson, formula: outputLengthTemplate(), exercises };
};
