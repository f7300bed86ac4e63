import { group } from 'd3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LESSON_FOLDERS, SHOWN } from '../data/coverage';
import { expect, test } from './lesson';

/** The title of a scene, as the lesson's words give it. */
function titleOf(lesson: string, scene: string, language: 'ko' | 'en'): string {
  const words = readFileSync(join(LESSON_FOLDERS.get(lesson) ?? '', `${language}.md`), 'utf8');
  return new RegExp(`^# ${scene}: (.+)$`, 'm').exec(words)?.[1] ?? `no scene ${scene}`;
}

/** Items by the place that shows them: each place is opened once. */
const PLACES = group(SHOWN, ({ shown }) => `${shown.lesson}/?scene=${shown.scene}&step=${shown.step}`);

for (const language of ['ko', 'en'] as const) {
  test.describe(language, () => {
    for (const [place, items] of PLACES) {
      test(`${place} shows ${items.length} items: ${items[0]?.[language]}`, async ({ page }) => {
        const { lesson, scene, step } = items[0]?.shown ?? { lesson: '', scene: '', step: 0 };
        await page.goto(`/${language}/lessons/${place}`);
        await expect(
          page.getByRole('heading', { name: titleOf(lesson, scene, language), exact: true })
        ).toBeVisible();
        await expect(page.getByRole('slider').first()).toHaveAttribute(
          'aria-valuetext',
          new RegExp(`^${step} / `)
        );
        // A link that could not be used would be replaced by another place, with a sentence.
        await expect(page.locator('.notice p')).toHaveCount(0);
      });
    }
  });
}
