import { asset } from '$app/paths';

/** The element that holds the rules for the fonts of a page, behind those of all pages, which it precedes. */
export const PAGE_FONTS = 'page-fonts';

/** Rules as they are loaded, for a page whose addresses begin in one way or another where the site stands. */
export const rulesFrom = (start: string, rules: string) => rules.replaceAll('url(/', `url(${start}`);

/** Another page is shown, with fonts of its own. */
export function changePageFonts(rules: string): void {
  const element = document.getElementById(PAGE_FONTS);
  if (element) element.textContent = rulesFrom(asset('/'), rules);
}
