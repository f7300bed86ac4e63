import { expect, test } from './lesson';

test.use({ slug: 'filter-bank' });

test('three filters make three maps of one size', async ({ lesson }) => {
  await lesson.open('?scene=three-filters&step=12');
  await lesson.expectValues('Feature map A', [
    ['8', '4'],
    ['6', '4']
  ]);
  await lesson.expectValues('Feature map B', [
    ['−5', '2'],
    ['−2', '1']
  ]);
  await lesson.expectValues('Feature map C', [
    ['6', '4'],
    ['8', '5']
  ]);
});

test('a value of the filter before is known as a mistake', async ({ lesson }) => {
  await lesson.open('?scene=three-filters&step=3');
  await lesson.press('ArrowRight');
  await lesson.insist('8');
  await expect(lesson.outcome).toContainText(/what another filter makes of this place.*The value is −5\./);
});

test('forgotten biases are known as a mistake: 288 instead of 320', async ({ lesson }) => {
  await lesson.open('?scene=thirty-two-filters&step=1');
  await lesson.press('ArrowRight');
  await lesson.insist('288');
  await expect(lesson.outcome).toContainText(/the weights alone.*The number is 320\./);
});

test('with a group for each channel a cell takes the products of one channel', async ({ page, lesson }) => {
  await lesson.open('?scene=groups&step=1');
  await expect(lesson.equation()).toHaveText(/ = 9$/);
  await page.getByRole('spinbutton', { name: 'groups' }).fill('4');
  await page.keyboard.press('Enter');
  await expect(lesson.equation()).toHaveText('1×1 + 0×0 + 0×0 + 1×1 + 0 = 2');
  await expect(page.getByText('16 weights + 4 biases = 20 parameters')).toBeVisible();
});

test('groups that do not divide the channels are refused, and the last ones stay', async ({
  page,
  lesson
}) => {
  await lesson.open('?scene=groups&step=1');
  await page.getByRole('spinbutton', { name: 'groups' }).fill('3');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/must divide 4 channels and 4 filters/).first()).toBeVisible();
  await expect(lesson.equation()).toHaveText(/ = 9$/);
});

test('sixteen filters and a padding of 1 reach the goal', async ({ page, lesson }) => {
  await lesson.open('?scene=own-layer&step=6');
  const change = async (name: string, value: string) => {
    await page.getByRole('spinbutton', { name }).last().fill(value);
    await page.keyboard.press('Enter');
  };
  await change('number of filters K', '16');
  await expect(page.getByText('16×28 = 448').first()).toBeAttached();
  await expect(page.getByText('Padding 1 kept the size of the maps')).toHaveCount(0);
  await change('Padding', '1');
  await expect(
    page.getByText('Padding 1 kept the size of the maps').filter({ visible: true }).first()
  ).toBeVisible();
});

test('a link with nonsense is named', async ({ page, lesson }) => {
  await lesson.open('?scene=groups&groups=3&input-9=1');
  await expect(page.getByText(/number of groups does not divide/).first()).toBeVisible();
  await expect(page.getByText(/input-9/).first()).toBeVisible();
});
