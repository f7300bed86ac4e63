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
  for (const lesson of new Set(SHOWN.map(({ shown }) => shown.lesson))) {
    test(`every item that ${lesson} shows is where the list says (${language})`, async ({ page }) => {
      for (const [place, items] of PLACES) {
        const [first] = items;
        if (first?.shown.lesson !== lesson) continue;
        const { scene, step } = first.shown;
        await page.goto(`/${language}/lessons/${place}`);
        await expect(
          page.getByRole('heading', { name: titleOf(lesson, scene, language), exact: true }),
          `${place}: ${first[language]}`
        ).toBeVisible();
        const slider = page.getByRole('slider', { name: language === 'ko' ? '단계' : 'Step', exact: true });
        await expect(slider, place).toHaveAttribute('aria-valuetext', new RegExp(`^${step} / `));
        // A link that could not be used would be replaced by another place, with a sentence.
        await expect(page.locator('.notice p'), place).toHaveCount(0);
      }
    });
  }
}
