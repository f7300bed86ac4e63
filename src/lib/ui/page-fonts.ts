import { asset } from '$app/paths';

/** A font file with the syllables that a page shows besides those of all pages. */
export interface PageFont {
  /** Its address from where the site stands. */
  readonly file: string;
  /** The characters that it has, as a `unicode-range`. */
  readonly range: string;
}

/** The element that holds the rules for the fonts of a page, behind those of all pages, which it precedes. */
export const PAGE_FONTS = 'page-fonts';

/**
 * The rules for the fonts of a page.
 *
 * @param start how an address begins that leads to where the site stands, with a slash at its end
 */
export function pageFontRules(fonts: readonly PageFont[], start: string): string {
  const rules = fonts.map(
    ({ file, range }) =>
      `@font-face{font-family:Pretendard;font-weight:400 800;font-display:swap;src:url(${start}${file})format('woff2');unicode-range:${range}}`
  );
  return rules.join('');
}

/** Another page is shown, with fonts of its own. */
export function changePageFonts(fonts: readonly PageFont[]): void {
  const element = document.getElementById(PAGE_FONTS);
  if (element) element.textContent = pageFontRules(fonts, asset('/'));
}
