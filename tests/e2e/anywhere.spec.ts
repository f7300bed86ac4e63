/** The built site in a folder of a host that has nothing else, as in a faculty's web space. */
import { serve } from '../../scripts/serve.mjs';
import { expect, Lesson, test as atTheRoot } from './lesson';

const FOLDER = '/x/y';

const test = atTheRoot.extend({
  // At the first port that is free after that of the site at the root.
  baseURL: async ({ baseURL }, use) => {
    const { url, close } = await serve({ prefix: FOLDER, port: Number(new URL(baseURL ?? '').port) + 1 });
    await use(`${url}/`);
    await close();
  }
});

/** All that a page or a style sheet asks for or leads to. */
function addressesIn(text: string): string[] {
  const named = text.matchAll(
    /\b(?:href|src)="([^"#]+)|\burl\(["']?(?!data:)([^"')]+)|\bimport\("([^"]+)"\)/g
  );
  return [...named].flatMap(([, ...found]) => found.filter((one) => one !== undefined));
}

test.describe('in a folder', () => {
  test.use({ locale: 'en-GB' });

  test('every address of every page leads to something in that folder', async ({ request, baseURL }) => {
    const folder = baseURL ?? '';
    const waiting = [folder];
    const seen = new Set(waiting);
    for (const address of waiting) {
      const response = await request.get(address);
      expect(response.status(), address).toBe(200);
      if (!/html|css/.test(response.headers()['content-type'] ?? '')) continue;
      for (const found of addressesIn(await response.text())) {
        const { origin, pathname } = new URL(found.replaceAll('&amp;', '&'), address);
        expect(origin + pathname, `${found} in ${address}`).toContain(folder);
        if (!seen.has(origin + pathname)) waiting.push(origin + pathname);
        seen.add(origin + pathname);
      }
    }
    for (const part of ['ko/', 'en/glossary/', 'ko/lessons/bias/', 'photos/chelsea.webp']) {
      expect([...seen]).toContain(folder + part);
    }
  });

  test('a learner goes from the bare address through lessons, search and languages', async ({
    page,
    baseURL
  }) => {
    await page.goto('');
    await expect(page).toHaveURL(`${baseURL}en/`);

    const pixels = new Lesson(page, 'en', 'pixels');
    await page.getByRole('link', { name: 'Start with Pixels' }).click();
    await pixels.awake();
    await expect(page.locator('main canvas')).toBeVisible();
    await pixels.press('ArrowRight');
    await pixels.expectStep(1, 4);
    await expect(page).toHaveURL(`${baseURL}en/lessons/pixels/?scene=photograph&step=1`);

    await page.keyboard.press('/');
    await page.keyboard.type('spreadsheet');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    const convolution = new Lesson(page);
    await expect(page).toHaveURL(`${baseURL}en/lessons/convolution/?scene=your-own&step=0`);
    await convolution.awake();
    await convolution.type('Input', [1, 1], '(1+2)/4');
    await expect(convolution.cell('Input', [1, 1])).toHaveAccessibleName('3/4');

    await page.getByRole('link', { name: '한국어' }).click();
    await expect(page).toHaveURL(/\/x\/y\/ko\/lessons\/convolution\/\?scene=your-own&step=0&input=3\/4/);
    await convolution.awake();
    await page.reload();
    await convolution.awake();
    await page.locator('header .logo').click();
    await expect(page).toHaveURL(`${baseURL}ko/`);
    await page.getByRole('link', { name: /이어서 하기/ }).click();
    await expect(page).toHaveURL(/\/x\/y\/ko\/lessons\/convolution\/\?scene=your-own/);

    await page.goto('');
    await expect(page).toHaveURL(`${baseURL}ko/`);
  });
});

test.describe('in a folder without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a lesson shows its photograph, and its links lead on', async ({ page, baseURL }) => {
    await page.goto('en/lessons/pixels/');
    const photograph = page.locator('article img').first();
    await photograph.scrollIntoViewIfNeeded();
    await expect(photograph).toHaveJSProperty('naturalWidth', 451);
    await page.locator('header a[hreflang=ko]').click();
    await expect(page).toHaveURL(`${baseURL}ko/lessons/pixels/`);
  });
});

test.describe('a page that does not exist in a folder', () => {
  test.use({ tolerated: /status of 404/ });

  for (const path of ['nowhere', 'en/lessons/unknown/', 'ko/a/b/c/d?x=1', 'fr/ko', 'a/ko/b/']) {
    test(`finds its home from ${path}`, async ({ page, baseURL }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      const link = page.getByRole('link', { name: 'To the home page' });
      await expect(link).toHaveJSProperty('href', `${baseURL}en/`);
      await expect(link).toHaveCSS('border-top-style', 'solid');
      await link.click();
      await expect(page).toHaveURL(`${baseURL}en/`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  }
});
