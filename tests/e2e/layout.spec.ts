import { faults } from './faults';
import { expect, test } from './lesson';
import { file, KEY } from './progress-files';
import { holdFonts, isFontThere, skipWithoutHangul, skipWithoutLatin } from './fonts';
import { watchShifts } from './shifts';

for (const [device, viewport] of [
  ['a desktop', { width: 1440, height: 810 }],
  ['a phone', { width: 390, height: 844 }]
] as const) {
  test.describe(`on ${device} nothing moves`, () => {
    test.use({ viewport });

    test('while a page loads', async ({ page }) => {
      await skipWithoutHangul(page);
      const shifts = await watchShifts(page);
      for (const path of ['/ko/', '/en/', '/en/lessons/convolution/?scene=your-own&step=3&padding=1']) {
        await page.goto(path, { waitUntil: 'networkidle' });
        expect(await shifts(), path).toEqual([]);
      }
    });

    test('when the fonts arrive after everything else', async ({ page }) => {
      await skipWithoutLatin(page);
      await skipWithoutHangul(page);
      const shifts = await watchShifts(page);
      for (const path of ['/ko/', '/en/']) {
        const letGo = await holdFonts(page);
        await page.goto(path, { waitUntil: 'domcontentloaded' });
        expect(await isFontThere(page)).toBe(false);
        letGo();
        await expect.poll(() => isFontThere(page)).toBe(true);
        expect(await shifts(), path).toEqual([]);
        await page.unroute('**/*.woff2');
      }
    });

    test('when progress appears on the course map', async ({ page }) => {
      await skipWithoutHangul(page);
      const shifts = await watchShifts(page);
      await page.addInitScript(
        ([key, text]) => {
          localStorage.setItem(key, text);
          localStorage.setItem(`${key}-set-aside-1`, 'broken');
        },
        [
          KEY,
          file(
            { 'six-by-six': { step: 16, length: 16 } },
            { last: { lesson: 'convolution', query: '?scene=six-by-six&step=16', at: 1 } }
          )
        ] as const
      );
      for (const [path, link] of [
        ['/ko/', /이어서 하기/],
        ['/en/', /Continue/]
      ] as const) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await expect(page.getByRole('link', { name: link })).toBeVisible();
        expect(await shifts(), path).toEqual([]);
      }
    });
  });
}

const EIGHT = Array.from({ length: 8 }, () => '12,-3,1/3,4,5,6,7,8').join(';');

for (const [width, height, language] of [
  [390, 844, 'en'],
  [390, 844, 'ko'],
  [844, 390, 'ko'],
  [720, 405, 'en'],
  [768, 1024, 'ko'],
  [1280, 640, 'en'],
  [1440, 810, 'ko'],
  [1440, 810, 'en'],
  [1920, 1080, 'ko']
] as const) {
  test.describe(`at ${width}×${height} (${language})`, () => {
    test.use({ viewport: { width, height }, language });

    test('nothing leaves the window, is cut off or covered, however large a matrix is', async ({
      page,
      lesson
    }) => {
      await page.goto(`/${language}/`);
      expect(await faults(page), 'home').toEqual([]);
      for (const query of [
        `&input=${EIGHT}`,
        `&input=${EIGHT}&padding=2`,
        `&input=${EIGHT}&kernel=${EIGHT}`
      ]) {
        await lesson.open(`?scene=your-own&step=1${query}`);
        expect(await faults(page), query).toEqual([]);
      }
    });
  });
}
