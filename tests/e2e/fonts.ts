import type { Page } from '@playwright/test';
import { LOCAL_HANGUL } from '../../scripts/fonts/fallback.mjs';
import { test } from './lesson';

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

// What stands in for the site's fonts has their widths only where it is one of the fonts that were measured.

export async function skipWithoutLatin(page: Page): Promise<void> {
  const isMeasured = await hasFont(page, ['Arial', 'Liberation Sans']);
  test.skip(!isMeasured, 'no font on this machine is as wide as Arial');
}

export async function skipWithoutHangul(page: Page): Promise<void> {
  const isMeasured = await hasFont(
    page,
    LOCAL_HANGUL.flatMap(({ regular }) => regular)
  );
  test.skip(!isMeasured, 'no font with Hangul on this machine is one that was measured');
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
