import { expect, test } from './lesson';

test.use({ slug: 'channels' });

test('one by one, the products of a channel make its partial sum before the channels are added', async ({
  lesson
}) => {
  await lesson.open('?scene=one-filter&step=9&grain=product');
  await expect(lesson.equation()).toHaveText(/ = 0$/);
  await lesson.expectValues('Partial sum · Red', [['0']]);
  await lesson.expectValues('Partial sum · Green', [['empty']]);
  // All nine products of each channel, and the bias.
  await lesson.open('?scene=one-filter&step=56&grain=product');
  await expect(lesson.equation()).toHaveText('2 + 0 + (−1) + 1 = 2');
});

test('a bias for each channel is known as a mistake', async ({ lesson }) => {
  await lesson.open('?scene=one-filter&step=0');
  await lesson.press('ArrowRight');
  await lesson.insist('4');
  await expect(lesson.outcome).toContainText(/adds the bias for every channel.*The value is 2\./);
});

test('three filters instead of one are known as a mistake of counting', async ({ lesson }) => {
  await lesson.open('?scene=one-filter&step=3');
  await lesson.press('ArrowRight');
  await lesson.insist('30');
  await expect(lesson.outcome).toContainText(/it is one filter with one bias\. There are 28 numbers\./);
  await lesson.expectStep(5, 5);
  await expect(lesson.equation()).toHaveText('3×3×3 + 1 = 28');
});

test('a partial sum that is pointed at lights up, in the equation as well', async ({ lesson }) => {
  await lesson.open('?scene=one-filter&step=2');
  await lesson.cell('Partial sum · Blue', [1, 1]).hover();
  await expect(lesson.terms().nth(2)).toHaveClass(/\blit\b/);
  await expect(lesson.terms().nth(0)).not.toHaveClass(/\blit\b/);
});

test('the goal: two weights of the red channel make the first row 0', async ({ page, lesson }) => {
  await lesson.open('?scene=first-row-zero&step=4');
  await lesson.type('Kernel · Red', [1, 1], '-6');
  await lesson.type('Kernel · Red', [1, 2], '-1');
  await lesson.expectValues('Feature map', [
    ['0', '0'],
    ['−2', '−15']
  ]);
  await expect(page.getByText('The first row is all 0.').filter({ visible: true }).first()).toBeVisible();
});

test('channels of a link that do not match those of the filter are named', async ({ lesson }) => {
  await lesson.open('?scene=first-row-zero&step=2&kernel=1,1~1,1');
  await expect(lesson.notice).toBeVisible();
  await lesson.expectValues('Feature map', [
    ['7', '2'],
    ['empty', 'empty']
  ]);
});
