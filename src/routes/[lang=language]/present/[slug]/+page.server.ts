import { lessonExercises, lessonPage, lessonSummaries, speakerNotes } from '$lib/course/library.server';
import { exerciseTitles } from '$lib/practice/titles.server';
import { locales, type Locale } from '$lib/paraglide/runtime';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
  locales.flatMap((lang) => lessonSummaries(lang).map(({ slug }) => ({ lang, slug })));

export const load: PageServerLoad = async ({ params }) => {
  const lang = params.lang as Locale;
  const lesson = lessonPage(params.slug, lang);
  if (!lesson) error(404);
  const exercises = await exerciseTitles(lessonExercises(params.slug));
  return { lesson, notes: speakerNotes(params.slug, lang) ?? {}, exercises };
};
