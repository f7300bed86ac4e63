import { glossaryTerms } from '$lib/course/glossary.server';
import { locales, type Locale } from '$lib/paraglide/runtime';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }));

export const load: PageServerLoad = ({ params }) => ({ terms: glossaryTerms(params.lang as Locale) });
