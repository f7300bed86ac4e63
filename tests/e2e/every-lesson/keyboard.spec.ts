import { LESSONS } from '../../data/lessons';
import { expect, Lesson, test } from '../lesson';
import { LANGUAGES } from './looks';

/** So many presses of Tab lie at most between the picture and the answer of an open question. */
const MOST_TABS = 3;

for (const { slug, number, scenes } of LESSONS) {
  const asking = scenes.filter(({ questions }) => questions.length > 0);
  test(`${slug}: a question is near for who goes by keys, and every control says what it does`, async ({
    page
  }) => {
    const lesson = new Lesson(page, LANGUAGES[number % LANGUAGES.length], slug);
    await lesson.open();
    for (const { id, questions, length } of asking) {
      await test.step(id, async () => {
        await lesson
          .sceneLinks()
          .nth(scenes.findIndex((scene) => scene.id === id))
          .click();
        const opensAt = questions[0] ?? 0;
        const before = Math.max(0, opensAt - 1);
        await lesson.slider.fill(`${before}`);
        await lesson.expectStep(before, length);
        await page.locator('main').press('ArrowRight');
        await lesson.expectStep(opensAt, length);
        await expect(lesson.question).toBeVisible();
        // A photograph's numbers stand there when it has been read.
        await lesson.picturesRead();

        const cell = page.locator('main .picture [role=gridcell][tabindex="0"]:visible').last();
        const hasGrid = (await cell.count()) > 0;
        if (hasGrid) await cell.focus();
        else await lesson.sceneLinks().last().focus();
        let tabs = 0;
        for (; tabs < MOST_TABS && !(await lesson.question.evaluate(isFocused)); tabs++) {
          await page.keyboard.press('Tab');
        }
        await expect(lesson.question, `after ${tabs} presses of Tab`).toBeFocused();

        for (const place of [lesson.button(lesson.words.forward), ...(hasGrid ? [cell] : [])]) {
          await place.focus();
          await page.keyboard.press('a');
          await expect(lesson.question).toBeFocused();
          await expect(lesson.question).toHaveValue('');
          await page.keyboard.press('Escape');
          await expect(place).toBeFocused();
        }
        // From there one key steps on, past the question.
        await lesson.button(lesson.words.forward).focus();
        await page.keyboard.press('ArrowRight');
        await expect(lesson.question).toHaveCount(0);
      });
    }
    for (const [index] of scenes.entries()) {
      await lesson.sceneLinks().nth(index).click();
      const unnamed = await page.locator('main').evaluate(controlsWithoutWords);
      expect(unnamed, `${slug} ${index + 1}`).toEqual([]);
    }
  });
}

const isFocused = (element: Element) => element === document.activeElement;

/** Controls whose name has no word in it: "1" and "4" say nothing to who hears them alone. */
function controlsWithoutWords(main: Element): string[] {
  const names = [...main.querySelectorAll('button, a[href], input, select, summary')]
    .filter((control) => control.checkVisibility({ visibilityProperty: true }))
    .map((control) => {
      const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
      const label = labels.map((one) => one.textContent).join(' ');
      return control.getAttribute('aria-label') ?? (label || (control.textContent ?? ''));
    });
  return names.filter((name) => !/\p{L}/u.test(name));
}
