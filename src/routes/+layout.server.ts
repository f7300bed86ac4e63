import { pageFonts } from '$lib/ui/page-fonts.server';
import type { LayoutServerLoad } from './$types';

/** Whose words pages show, by their routes; scripts/fonts/pages.mjs names the places. */
const PLACES: readonly (readonly [route: RegExp, places: (slug: string) => string[]])[] = [
  [/\/lessons\/\[slug\]$/, (slug) => [`lesson-${slug}`]],
  [/\/present\/\[slug\]/, (slug) => ['present', `lesson-${slug}`]],
  [/\/glossary$/, () => ['glossary']],
  [/\/practice\/(?:teacher|worksheet|set)/, () => ['answers', 'teacher']],
  [/\/practice/, () => ['answers', 'practice']],
  [/\]$/, () => ['home']]
];

/** The fonts of a page in Korean; one in English shows no Hangul. */
export const load: LayoutServerLoad = ({ locals, params, route }) => {
  const [, places] = PLACES.find(([pattern]) => pattern.test(route.id ?? '')) ?? [];
  const fonts = params.lang === 'ko' && places ? pageFonts(places(params.slug ?? '')) : [];
  // For the head of the page, which is written when all is loaded.
  locals.fonts = fonts;
  return { fonts };
};
