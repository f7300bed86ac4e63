import { locales } from '$lib/paraglide/runtime';
import { EXERCISE_NAMES } from '$lib/practice/exercises';
import { exerciseTitles } from '$lib/practice/titles.server';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }));

export const load: PageServerLoad = async () => ({ titles: await exerciseTitles(EXERCISE_NAMES) });
