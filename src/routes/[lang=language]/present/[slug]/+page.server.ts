import { lessonPage, lessonSummaries, speakerNotes } from '$lib/course/library.server';
import { locales, type Locale } from '$lib/paraglide/runtime';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
  locales.flatMap((lang) => lessonSummaries(lang).map(({ slug }) => ({ lang, slug })));

export const load: PageServerLoad = ({ params }) => {
  const lang = params.lang as Locale;
  const lesson = lessonPage(params.slug, lang);
  if (!lesson) error(404);
  return { lesson, notes: speakerNotes(params.slug, lang) ?? {} };
};
