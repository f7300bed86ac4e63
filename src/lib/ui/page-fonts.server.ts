/** The font files of single pages, for those who load a page (the build's door). */
import type { PageFont } from './page-fonts';

const RANGES = Object.values(
  import.meta.glob<Readonly<Record<string, string>>>('./fonts/pages.json', { import: 'default', eager: true })
)[0];
const FILES = import.meta.glob<string>('./fonts/pretendard-*.woff2', {
  query: '?url&no-inline',
  import: 'default',
  eager: true
});

/**
 * The fonts of places, by the names that scripts/fonts/pages.mjs gives them. A place that is newer than the fonts has
 * none: files of other places have its syllables.
 */
export function pageFonts(places: readonly string[]): PageFont[] {
  return places.flatMap((place) => {
    const [address, range] = [FILES[`./fonts/pretendard-${place}.woff2`], RANGES?.[place]];
    return address && range ? [{ file: address.slice(1), range }] : [];
  });
}
