import { searchEntries } from '$lib/course/search.server';
import { locales, type Locale } from '$lib/paraglide/runtime';
import { buildIndex } from '$lib/search/build.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }));

/** The index of the search, a file a language. */
export const GET: RequestHandler = ({ params }) =>
  new Response(buildIndex(searchEntries(params.lang as Locale)), {
    headers: { 'content-type': 'application/json' }
  });
