import { LESSONS } from '../../data/lessons';
import { expect, test } from '../lesson';
import { LANGUAGES, PHONE } from './looks';

test.use({ javaScriptEnabled: false });

for (const { slug, titles, scenes } of LESSONS) {
  test(`${slug} without JavaScript is all there to read, every scene finished`, async ({ page }) => {
    for (const language of LANGUAGES) {
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
    }
  });
}
