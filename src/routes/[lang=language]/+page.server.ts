import { comingLessons } from '$lib/course/coming.server';
import { lessonSummaries } from '$lib/course/library.server';
import { locales, type Locale } from '$lib/paraglide/runtime';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }));

export const load: PageServerLoad = ({ params }) => {
  const language = params.lang as Locale;
  return { lessons: lessonSummaries(language), coming: comingLessons(language) };
};
