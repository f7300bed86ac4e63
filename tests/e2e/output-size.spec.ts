import { expect, test } from './lesson';

test.use({ slug: 'output-size' });

test('the size is hidden until it is predicted, and a forgotten floor is explained', async ({
  page,
  lesson
}) => {
  await lesson.open('?scene=one-line&step=0');
  await lesson.press('ArrowRight');
  await expect(lesson.question).toBeVisible();
  await expect(page.getByRole('group', { name: 'Shapes' })).toContainText('?');
  await lesson.insist('7/2');
  await expect(lesson.outcome).toContainText(/that is not rounded.*It is 3\./);
});

test('the P that keeps the size is found with the slider', async ({ page, lesson }) => {
  await lesson.open('?scene=keep-size&step=8');
  const slider = page.getByRole('slider', { name: 'Padding, slider' });
  const reached = page.getByText('P = 2, which is (5 − 1)/2.').locator('visible=true');
  await slider.focus();
  await slider.press('ArrowRight');
  await expect(reached).toHaveCount(0);
  await slider.press('ArrowRight');
  await expect(reached).toHaveCount(1);
});

test('where nothing fits, what is missing is said, and drawn', async ({ page, lesson }) => {
  await lesson.open('?scene=keep-size&step=1&input=2&kernel=6');
  await expect(page.getByText('cells missing: 4', { exact: true })).toBeVisible();
  await expect(lesson.equation()).toHaveText('2 + 2×0 − 6 = −4');
});

test('a stride of 0 or 9 is refused with a sentence, and the last good one stays', async ({
  page,
  lesson
}) => {
  await lesson.open('?scene=which-stride&step=13');
  const field = page.getByRole('spinbutton', { name: 'Stride', exact: true }).last();
  for (const text of ['0', '9']) {
    await field.fill(text);
    await field.press('Enter');
    await expect(
      page.getByText('Stride: only whole numbers from 1 to 5 are possible, so 1 stays.').first()
    ).toBeVisible();
    await expect(field).toHaveValue('1');
  }
});

test('a link with nonsense is named, and the lesson’s own number is shown', async ({ page, lesson }) => {
  await lesson.open('?scene=which-stride&step=1&stride=x');
  await expect(page.locator('#content').getByText(/The stride could not be read/)).toBeVisible();
});
