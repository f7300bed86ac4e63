import type { Page } from '@playwright/test';
import { LOCAL_HANGUL } from '../../scripts/fonts/fallback.mjs';

/** Whether a page can use one of these fonts of the machine. */
function hasFont(page: Page, names: readonly string[]): Promise<boolean> {
  const source = names.map((name) => `local('${name}')`).join(', ');
  return page.evaluate(
    (fonts) =>
      new FontFace('Measured', fonts).load().then(
        () => true,
        () => false
      ),
    source
  );
}

/**
 * Why nothing can be said here about what a page does until the site's fonts arrive: what stands in for them has their
 * widths only where it is one of the fonts that were measured. Empty where it is.
 */
export async function missingFont(page: Page, language: 'ko' | 'en' | 'both'): Promise<string> {
  if (!(await hasFont(page, ['Arial', 'Liberation Sans'])))
    return 'no font on this machine is as wide as Arial';
  const hangul = LOCAL_HANGUL.flatMap(({ regular }) => regular);
  if (language === 'en' || (await hasFont(page, hangul))) return '';
  return 'no font with Hangul on this machine is one that was measured';
}

/** Keeps the site's fonts back from the next page, until what is returned is called. */
export async function holdFonts(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/*.woff2', async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

export function isFontThere(page: Page): Promise<boolean> {
  return page.evaluate(() => document.fonts.check('16px Pretendard'));
}
