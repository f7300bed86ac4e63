import { expect, openAwake, test } from './lesson';

for (const [language, name, words] of [
  ['ko', '용어집', { filter: '용어 거르기', all: /^용어 \d+개$/, none: /든 용어가 없습니다/ }],
  ['en', 'Glossary', { filter: 'Filter the terms', all: /^\d+ terms$/, none: /No term has this/ }]
] as const) {
  test.describe(`the glossary (${language})`, () => {
    test('is reached from the header and from the home page', async ({ page }) => {
      await page.goto(`/${language}/`);
      for (const place of ['header', 'main']) {
        await expect(page.locator(`${place} a[href="/${language}/glossary/"]`)).toBeVisible();
      }
      await page.locator('header').getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    });

    test('narrows while one types, in either language, and by first consonants', async ({ page }) => {
      await openAwake(page, `/${language}/glossary/`);
      const filter = page.getByRole('searchbox', { name: words.filter });
      const terms = page.getByRole('heading', { level: 3 });
      const all = await terms.count();
      expect(all).toBeGreaterThan(60);
      await expect(page.locator('.filter [aria-live]')).toHaveText(words.all);
      for (const typed of ['패딩', 'padding', 'ㅍㄷ']) {
        await filter.fill(typed);
        await expect(page.locator('#padding'), typed).toBeVisible();
        await expect(page.locator('#kernel'), typed).toHaveCount(0);
      }
      await filter.fill('qqq');
      await expect(page.getByText(words.none)).toBeVisible();
      await filter.fill('');
      await expect(terms).toHaveCount(all);
    });

    test('has an address for each term, and the links lead to scenes that open', async ({
      page,
      request
    }) => {
      await openAwake(page, `/${language}/glossary/#padding`);
      await expect(page.locator('#padding')).toBeInViewport();
      const links = page.locator('main li a[href*="/lessons/"]');
      expect(await links.count()).toBeGreaterThan(5);
      const hrefs = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      for (const href of new Set(hrefs.map((one) => one.split('?')[0] ?? ''))) {
        expect((await request.get(href)).status(), href).toBe(200);
      }
      await page.locator('#cross-correlation').getByRole('link').last().click();
      await expect(page).toHaveURL(new RegExp(`/${language}/lessons/convolution/[?]scene=flipped&step=1`));
    });

    test('a term that the filter hides is found by its address', async ({ page }) => {
      await openAwake(page, `/${language}/glossary/`);
      await page.getByRole('searchbox').fill('padding');
      await expect(page.locator('#dropout')).toHaveCount(0);
      await page.locator('h1').click();
      await page.keyboard.press('/');
      await page.getByRole('combobox', { name: /검색|Search/ }).fill('dropout');
      await page.getByRole('dialog').getByRole('option').first().click();
      await expect(page.locator('#dropout')).toBeInViewport();
      await expect(page.getByRole('searchbox')).toHaveValue('');
    });

    test('nothing leaves the window on a phone', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`/${language}/glossary/`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the glossary is all there, and what cannot work is not shown', async ({ page }) => {
    await page.goto('/ko/glossary/');
    await expect(page.locator('#padding')).toContainText('padding');
    await expect(page.getByRole('searchbox')).toHaveCount(0);
    await expect(page.getByRole('button', { name: '검색' })).toHaveCount(0);
  });
});
