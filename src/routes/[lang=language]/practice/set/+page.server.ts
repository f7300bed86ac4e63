import { locales } from '$lib/paraglide/runtime';
import { kindTitles } from '$lib/practice';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }));

export const load: PageServerLoad = async () => ({ titles: await kindTitles() });
