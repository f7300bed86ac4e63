import { LESSONS } from '../data/lessons';
import { expect, openAwake, test } from './lesson';

test.use({ hasTouch: true, isMobile: true });

for (const [device, viewport, turn] of [
  ['a phone', { width: 390, height: 844 }, 0],
  ['a tablet', { width: 1180, height: 820 }, 1]
] as const) {
  // Each lesson on one of them: what decides is that there is a finger, not how large the window is.
  const lessons = LESSONS.filter(({ number }) => number % 2 === turn).map(({ slug }) => `lessons/${slug}/`);

  test.describe(`on ${device}`, () => {
    test.use({ viewport });

    test('no field makes an iPhone or iPad enlarge the page: letters of 16 px', async ({ page }) => {
      const small = () =>
        page.evaluate(() =>
          [
            ...document.querySelectorAll(
              'input:not([type=range], [type=checkbox], [type=radio], [type=file]), select, textarea'
            )
          ]
            .filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16)
            .map((field) => field.outerHTML.slice(0, 80))
        );
      for (const path of ['', 'glossary/', ...lessons]) {
        await openAwake(page, `/en/${path}`);
        const scenes = await page.locator('.lesson nav ol a').count();
        for (let scene = 0; scene < Math.max(1, scenes); scene++) {
          expect(await small(), path).toEqual([]);
          await page.keyboard.press('ArrowDown');
        }
      }
    });
  });
}
