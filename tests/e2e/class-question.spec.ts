import type { Page } from '@playwright/test';
import { findings } from './accessibility';
import { expect, test } from './lesson';

const question = (page: Page) => page.getByRole('region', { name: 'A question to the class' });
const wrongAnswers = (page: Page) =>
  question(page).getByRole('group', { name: 'Other answers people give' }).getByRole('button');

async function open(page: Page, path: string) {
  await page.goto(path);
  await expect(page.locator('[data-canvas]').first()).toBeVisible();
}

test('a question is asked, answered, and its wrong answers are shown on the stage', async ({
  page,
  context
}) => {
  await open(page, '/en/present/output-size/');
  const other = await context.newPage();
  await open(other, '/en/present/output-size/');
  await page.keyboard.press('a');
  await expect(question(page).getByRole('button', { name: 'Show the answer' })).toBeVisible();
  // Nothing of the answer is there before it is due, for no eye and no program.
  await expect(question(page)).not.toContainText('Answer');
  await expect(wrongAnswers(page)).toHaveCount(0);
  // The second screen asks the same.
  const asked = await question(page).locator('.ask').textContent();
  await expect(question(other).locator('.ask')).toHaveText(asked ?? '');

  await question(page).getByRole('button', { name: '30 s' }).click();
  await expect(question(page).getByRole('timer')).toHaveText(/^(?:30|[12]\d)$/);
  await expect(question(other).getByRole('timer')).toHaveText(/^\d+$/);

  // What has the focus keeps its own keys; a clicker's go on.
  await page.keyboard.press('PageDown');
  await expect(question(page).locator('.answer')).toBeVisible();
  await expect(question(page).getByRole('timer')).toHaveCount(0);
  await expect(question(other).locator('.answer')).toHaveText(
    (await question(page).locator('.answer').textContent()) ?? ''
  );
  expect(await wrongAnswers(page).count()).toBeGreaterThanOrEqual(2);
  expect(await findings(page)).toEqual([]);

  await page.keyboard.press('PageDown');
  await expect(wrongAnswers(page).first()).toHaveAttribute('aria-pressed', 'true');
  await expect(question(page).locator('.why')).not.toBeEmpty();
  await wrongAnswers(page).nth(1).click();
  await expect(wrongAnswers(page).nth(1)).toHaveAttribute('aria-pressed', 'true');
  await expect(wrongAnswers(other).nth(1)).toHaveAttribute('aria-pressed', 'true');

  await page.keyboard.press('Escape');
  await expect(question(page)).toHaveCount(0);
  await expect(question(other)).toHaveCount(0);
});

test('another question is another one, and the steps of the lesson are where they were', async ({ page }) => {
  await open(page, '/en/present/convolution/?scene=six-by-six&step=7');
  await page.keyboard.press('a');
  const asked = question(page).locator('.ask');
  await expect(asked).toBeVisible();
  const seen = new Set([await question(page).textContent()]);
  for (let times = 0; times < 4; times++) {
    await question(page).getByRole('button', { name: 'Another question' }).click();
    seen.add(await question(page).textContent());
  }
  expect(seen.size).toBeGreaterThan(2);
  await page.keyboard.press('PageUp');
  await expect(question(page)).toHaveCount(0);
  await expect(page).toHaveURL(/scene=six-by-six&step=7/);
});
