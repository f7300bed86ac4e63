/** The font files of single pages, for those who load a page (the build's door). */

const RANGES = Object.values(
  import.meta.glob<Readonly<Record<string, string>>>('./fonts/pages.json', { import: 'default', eager: true })
)[0];
const FILES = import.meta.glob<string>('./fonts/pretendard-*.woff2', {
  query: '?url&no-inline',
  import: 'default',
  eager: true
});

/**
 * The rules for the fonts of places, by the names that scripts/fonts/pages.mjs gives them: for the syllables that a page
 * shows besides those of all pages. The address of each file begins where the site stands, with a slash. A place that is
 * newer than the fonts has no rule: files of other places have its syllables.
 */
export function pageFonts(places: readonly string[]): string {
  return places
    .map((place) => {
      const [file, range] = [FILES[`./fonts/pretendard-${place}.woff2`], RANGES?.[place]];
      if (!file || !range) return '';
      return `@font-face{font-family:Pretendard;font-weight:400 800;font-display:swap;src:url(${file})format('woff2');unicode-range:${range}}`;
    })
    .join('');
}
