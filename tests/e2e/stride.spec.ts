import { expect, test } from './lesson';

test.use({ slug: 'stride' });

test('a window that moves by one cell only is known as a mistake', async ({ lesson }) => {
  await lesson.open('?scene=four-by-four-stride-2&step=0');
  await lesson.press('ArrowRight');
  await lesson.insist('7');
  await expect(lesson.outcome).toContainText(/one cell further on.*The value is 10\./);
  await lesson.press('End');
  await lesson.expectValues('Feature map', [
    ['9', '10'],
    ['7', '20']
  ]);
});

test('what is left over is hatched and named when the window has been everywhere', async ({
  page,
  lesson
}) => {
  const named = page.getByText('Hatched, never seen: 1 column and 1 row.').first();
  await lesson.open('?scene=seven-by-seven-stride-3&step=3');
  await lesson.expectMarked('Input', 'unseen', []);
  await expect(named).toBeHidden();
  await lesson.press('ArrowRight');
  await expect(named).toBeVisible();
  expect(await page.locator('.input .unseen').count()).toBe(13);
});

test('how many places fit, and what is left over, is asked before it is shown', async ({ page, lesson }) => {
  await lesson.open('?scene=how-many-fit&step=1');
  await lesson.press('ArrowRight');
  await lesson.insist('3');
  await expect(lesson.outcome).toContainText(/that rounds up.*The number is 2\./);
  await lesson.open('?scene=what-is-left&step=2');
  await lesson.press('ArrowRight');
  await expect(lesson.question).toBeVisible();
  expect(await page.locator('.input .unseen').count()).toBe(0);
  await lesson.insist('0');
  await expect(lesson.outcome).toContainText(/takes every column to be used.*The number is 1\./);
});

test('the goal is reached when no column is left over either', async ({ page, lesson }) => {
  await lesson.open('?scene=nothing-left&step=0');
  expect(await page.locator('.input .unseen').count()).toBe(14);
  const across = page.getByRole('spinbutton', { name: 'Stride across' }).last();
  await across.fill('9');
  await across.press('Enter');
  await expect(across).toHaveValue('3');
  await across.fill('2');
  await across.press('Enter');
  const columns = page.getByRole('spinbutton', { name: 'Input columns' });
  await columns.fill('7');
  await columns.press('Enter');
  await expect(page.locator('.goal:visible')).toContainText('Every cell is in a window.');
  expect(await page.locator('.input .unseen').count()).toBe(0);
});
