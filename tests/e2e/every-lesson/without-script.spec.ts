import { LESSONS } from '../../data/lessons';
import { expect, test } from '../lesson';
import { LANGUAGES, PHONE } from './looks';

test.use({ javaScriptEnabled: false });

// In one language each: in the other one the same article is printed.
for (const { slug, number, titles, scenes } of LESSONS) {
  const language = LANGUAGES[(number + 1) % LANGUAGES.length] ?? 'ko';
  test(`${slug} without JavaScript is all there to read, every scene finished (${language})`, async ({
    page
  }) => {
    // The larger letters of the two languages are tried where there is the least room.
    if (language === 'ko') await page.setViewportSize(PHONE);
    await page.goto(`/${language}/lessons/${slug}/?scene=${scenes[0]?.id}&step=1`);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles[language]);
    const parts = page.locator('article section');
    // After the scenes comes the summary.
    await expect(parts).toHaveCount(scenes.length + 1);
    for (const [index, scene] of scenes.entries()) {
      const part = parts.nth(index);
      await expect(part.getByRole('heading', { level: 2 })).toHaveText(scene.titles[language]);
      await expect(part.locator('p').first()).toBeVisible();
      await expect(part.getByRole('table').or(part.getByRole('img')).first()).toBeVisible();
    }
    await expect(parts.last().locator('p, li').first()).toBeVisible();
    // What cannot work is not shown.
    await expect(page.getByRole('slider')).toHaveCount(0);
    await expect(page.getByRole('gridcell')).toHaveCount(0);
  });
}
