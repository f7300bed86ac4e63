import { readdirSync } from 'node:fs';
import { expect, openAwake, test } from './lesson';

const LESSONS = readdirSync('lessons')
  .filter((name) => /^\d+-/.test(name))
  .map((name) => `lessons/${name.replace(/^\d+-/, '')}/`);

test.use({ hasTouch: true, isMobile: true });

for (const [device, viewport] of [
  ['a phone', { width: 390, height: 844 }],
  ['a tablet', { width: 1180, height: 820 }]
] as const) {
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
      for (const path of ['', 'glossary/', ...LESSONS]) {
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
