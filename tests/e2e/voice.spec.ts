import type { Page } from '@playwright/test';
import { expect, Lesson, test, type Language } from './lesson';

const STEP = { en: 'This step', ko: '이 단계' } as const;
const ENDING = { en: 'See the summary', ko: '정리 보기' } as const;

/** A sum of sixteen products, four in a row: on a phone that shows its browser's bars it scrolls in its box. */
const SCROLLS = /^filter-bank: 4 .* is cut \(166 in 122\)/;

/** The lessons that the course map leads to. */
async function lessonsOf(page: Page, language: Language): Promise<string[]> {
  await page.goto(`/${language}/`);
  const addresses = await page
    .locator('#course a[href*="/lessons/"]')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  return [...new Set(addresses.map((address) => address.split('/lessons/')[1]?.split('/')[0] ?? ''))];
}

/**
 * Goes through all steps of a lesson with the right arrow, and tells of each one at which the sentence of the step
 * or the sum is not wholly in view.
 */
function walk(page: Page, words: { step: string; ending: string }) {
  return page.evaluate(async ({ step, ending }) => {
    const faults: string[] = [];
    let steps = 0;
    const painted = () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const shown = () => new Promise((resolve) => setTimeout(resolve));
    const bar = () => document.querySelector('.lesson > .bar')?.getBoundingClientRect().top ?? 0;

    function* faultsNow() {
      const sentence = document.querySelector(`[role=group][aria-label="${step}"]`);
      const foot = bar();
      if (!sentence?.textContent?.trim()) yield 'no sentence';
      for (const part of [sentence, ...document.querySelectorAll('.equations, .equations .box')]) {
        const box = part?.getBoundingClientRect();
        if (!box || box.height < 20) yield `${part?.className} has no room`;
        else if (box.top < 0 || box.bottom > foot + 0.5 || box.left < 0 || box.right > innerWidth) {
          yield `${part?.className} is out of view`;
        }
      }
      for (const part of [sentence, ...document.querySelectorAll('.equations .box')]) {
        if (part && part.scrollHeight > part.clientHeight + 1) {
          yield `${part.ariaLabel} is cut (${part.scrollHeight} in ${part.clientHeight})`;
        }
      }
    }

    for (; steps < 2000; steps++) {
      const where = `${document.querySelector('[aria-current=true]')?.ariaLabel} ${
        document.querySelector('input[type=range][aria-valuetext*="/"]')?.ariaValueText
      }`;
      // What is wrong at once may only wait for the next frame; what is right at once need not be painted.
      if (!faultsNow().next().done) await painted();
      faults.push(...[...faultsNow()].map((fault) => `${where}: ${fault}`));
      if (document.querySelector(`.bar [aria-label="${ending}"]`)) break;
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { code: 'ArrowRight', key: 'ArrowRight', bubbles: true })
      );
      await shown();
    }
    return { steps, faults };
  }, words);
}

for (const [width, height, language] of [
  [390, 664, 'ko'],
  [390, 664, 'en'],
  [1024, 768, 'ko'],
  [1366, 625, 'en'],
  [1920, 1080, 'ko']
] as const) {
  test.describe(`at ${width}×${height} (${language})`, () => {
    test.use({ viewport: { width, height }, language });

    test('the sentence of the step is in view in every scene at every step', async ({ page }) => {
      const lessons = await lessonsOf(page, language);
      expect(lessons.length).toBeGreaterThan(0);
      const found: Record<string, string[]> = {};
      for (const slug of lessons) {
        await new Lesson(page, language, slug).open();
        const { steps, faults } = await walk(page, { step: STEP[language], ending: ENDING[language] });
        const wrong = faults.filter((fault) => !SCROLLS.test(`${slug}: ${fault}`));
        if (wrong.length > 0) found[slug] = wrong;
        expect(steps, slug).toBeGreaterThan(3);
      }
      expect(found).toEqual({});
    });
  });
}

test.describe('in a window of a page enlarged to four times its size', () => {
  for (const [width, height] of [
    [320, 256],
    [427, 341],
    [546, 260]
  ] as const) {
    test(`what stays in sight leaves half of it, and nothing scrolls sideways (${width}×${height})`, async ({
      page
    }) => {
      await page.setViewportSize({ width, height });
      for (const language of ['en', 'ko'] as const) {
        for (const slug of ['pixels', 'convolution', 'bias']) {
          const lesson = new Lesson(page, language, slug);
          await lesson.open();
          await lesson.press('ArrowRight');
          const kept = () =>
            page.evaluate(() => {
              const parts = [...document.querySelectorAll('body *')].filter((part) =>
                ['sticky', 'fixed'].includes(getComputedStyle(part).position)
              );
              return parts.reduce((sum, part) => {
                const { top, bottom } = part.getBoundingClientRect();
                return sum + Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
              }, 0);
            });
          expect(await kept(), slug).toBeLessThanOrEqual(height / 2);
          const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(await sideways(), slug).toBeLessThanOrEqual(0);
          const sentence = page.getByRole('group', { name: STEP[language], exact: true });
          await sentence.scrollIntoViewIfNeeded();
          await expect(sentence).toBeInViewport({ ratio: 0.5 });
        }
      }
    });
  }
});

test('a scene opens with its question; what explains it unfolds after the first step', async ({
  page,
  lesson
}) => {
  await page.setViewportSize({ width: 1440, height: 810 });
  await lesson.open();
  const explanation = page.locator('.explanation');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(/\?$/);
  await expect(explanation).toBeHidden();
  await lesson.press('ArrowRight');
  await expect(explanation).toBeVisible();
  await lesson.button('Hide explanation').click();
  await expect(explanation).toBeHidden();
  await page.setViewportSize({ width: 390, height: 664 });
  await lesson.open();
  await expect(page.locator('.opening')).toContainText('?');
  await lesson.press('ArrowRight');
  await expect(page.locator('.opening')).toHaveCount(0);
  await expect(explanation).toBeHidden();
  await lesson.button('Show explanation').click();
  await expect(explanation).toBeVisible();
});

test('words and things light each other up', async ({ page, lesson }) => {
  await page.setViewportSize({ width: 1440, height: 810 });
  await lesson.open('?scene=six-by-six&step=8');
  const word = page.locator('.explanation').getByRole('button', { name: 'kernel' });
  const thing = page.locator('[data-thing=kernel]');
  await word.hover();
  await expect(thing).toHaveAttribute('data-lit', '');
  await page.mouse.move(0, 0);
  await expect(thing).not.toHaveAttribute('data-lit');
  await word.focus();
  await expect(thing).toHaveAttribute('data-lit', '');
  await lesson.cell('Kernel', [1, 1]).hover();
  await expect(word).toHaveClass(/lit/);
  // A cell that is named shows its window and its sum.
  await lesson.open('?scene=six-by-six&step=7');
  const cell = page
    .getByRole('group', { name: 'This step' })
    .getByRole('button', { name: 'row 2, column 3' });
  await cell.hover();
  await expect(cell).toHaveClass(/lit/);
  await page.mouse.move(0, 0);
  await lesson.cell('Feature map', [2, 3]).hover();
  await expect(cell).toHaveClass(/lit/);
});

test('a number in a sentence is the scene’s own, and can be changed there', async ({ page, lesson }) => {
  await page.setViewportSize({ width: 1440, height: 810 });
  await lesson.open('?scene=your-own&step=1');
  const stride = page.locator('.explanation').getByRole('textbox', { name: 'Stride' });
  await expect(stride).toHaveValue('1');
  await stride.fill('2');
  await stride.press('Enter');
  await expect(page.getByRole('grid', { name: 'Feature map 2×2' })).toBeVisible();
  await stride.press('ArrowDown');
  await expect(page.getByRole('grid', { name: 'Feature map 3×3' })).toBeVisible();
  await stride.fill('0');
  await stride.press('Enter');
  await expect(stride).toHaveValue('1');
  await expect(lesson.notice).toContainText('Stride');
});

test('a goal stays in sight, is noticed and is remembered', async ({ page }) => {
  const lesson = new Lesson(page, 'en', 'bias');
  for (const size of [
    { width: 1440, height: 810 },
    { width: 390, height: 664 }
  ]) {
    await page.setViewportSize(size);
    await lesson.open('?scene=through-relu&step=9');
    const goal = page.locator('.goal').filter({ visible: true });
    await expect(goal).toContainText('exactly four');
    await lesson.type('Bias', [1, 1], '2');
    await expect(goal).toContainText('exactly four');
    await lesson.type('Bias', [1, 1], '1');
    await expect(goal).toContainText('Four cells are over the threshold');
    await expect(lesson.said).toContainText('Four cells are over the threshold');
    await lesson.type('Bias', [1, 1], '0');
    await expect(goal).toContainText('Four cells are over the threshold');
  }
});

test('the last step of a lesson is an ending', async ({ page, lesson }) => {
  await page.setViewportSize({ width: 1440, height: 810 });
  await lesson.open('?scene=photograph&step=6');
  const ending = page.getByRole('region', { name: 'You have finished lesson 3' });
  await expect(ending.getByRole('heading', { name: 'Summary card' })).toBeInViewport();
  await expect(ending.getByRole('link', { name: /4 Bias/ })).toContainText('One number is added');
  // On a phone it is what comes after the last step.
  await page.setViewportSize({ width: 390, height: 664 });
  await lesson.open('?scene=photograph&step=6');
  await lesson.button('See the summary').click();
  await expect(ending).toBeFocused();
  await expect(ending.getByRole('link', { name: /4 Bias/ })).toBeInViewport({ ratio: 1 });
  await lesson.press('ArrowLeft');
  await lesson.expectStep(5, 6);
  await expect(ending).toHaveCount(0);
});

test.describe('a question', () => {
  test.use({ viewport: { width: 390, height: 664 } });

  test('is near the stage: its cell is marked, and it is a few tabs away', async ({ page, lesson }) => {
    await lesson.open('?scene=six-by-six&step=6');
    await lesson.press('ArrowRight');
    await expect(lesson.cell('Feature map', [2, 4])).toHaveText('?');
    await expect(lesson.question).toBeInViewport({ ratio: 1 });
    await lesson.cell('Feature map', [2, 3]).focus();
    await lesson.press('Tab');
    await expect(lesson.question).toBeFocused();
    await expect(page.getByRole('group', { name: 'This step' })).toBeInViewport({ ratio: 1 });
  });

  test('gives one hint and a second try before the answer', async ({ page, lesson }) => {
    await lesson.open('?scene=six-by-six&step=6');
    await lesson.press('ArrowRight');
    const form = page.locator('form');
    await expect(form).not.toContainText('which weight');
    await lesson.question.fill('3');
    await lesson.question.press('Enter');
    await expect(form).toContainText('Not yet');
    await expect(form).toContainText('which weight');
    await lesson.expectStep(7, 16);
    await expect(lesson.cell('Feature map', [2, 4])).toHaveText('?');
    await lesson.question.fill('0');
    await lesson.question.press('Enter');
    await expect(page.locator('.outcome')).toContainText('Yes, it is 0.');
    await lesson.expectStep(8, 16);
  });

  test('stays open when the page is loaded anew, and never opens for a link', async ({ page, lesson }) => {
    await lesson.open('?scene=six-by-six&step=6');
    await lesson.press('ArrowRight');
    await lesson.question.fill('3');
    await lesson.question.press('Enter');
    await lesson.expectAddress('six-by-six', 7);
    await page.reload();
    await lesson.awake();
    await expect(page.locator('form')).toContainText('Not yet');
    await lesson.open('?scene=six-by-six&step=7');
    await lesson.expectStep(7, 16);
    await expect(lesson.question).toHaveCount(0);
  });
});

test('controls that do nothing are not there', async ({ page }) => {
  await new Lesson(page, 'en', 'pixels').open();
  await expect(page.getByRole('combobox', { name: 'Detail' })).toHaveCount(0);
  await new Lesson(page, 'en', 'convolution').open();
  await expect(page.getByRole('combobox', { name: 'Detail' })).toBeVisible();
  await expect(page.getByRole('button', { name: '4: Height of the output' })).toBeVisible();
  await expect(page.getByRole('button', { name: '4', exact: true })).toHaveCount(0);
});
