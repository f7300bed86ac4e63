import { expect, test } from './lesson';

test.use({ slug: 'pooling' });

test('the worked examples end in their outputs', async ({ lesson }) => {
  await lesson.open('?scene=max-pool-4x4&step=4');
  await lesson.expectValues('Feature map (max)', [
    ['3', '12'],
    ['3', '4']
  ]);
  await expect(lesson.equation()).toHaveText('max(0, 1, 4, −1) = 4');
  await lesson.expectMarked('Input', 'winner', ['4,3']);
  await lesson.expectMarked('Input', 'won', ['1,1', '1,3', '4,1']);
  await lesson.open('?scene=avg-pool-4x4&step=1');
  await expect(lesson.equation()).toHaveText('(3 + (−1) + (−3) + 1)/4 = 0');
  await lesson.open('?scene=avg-pool-4x4&step=4');
  await lesson.expectValues('Feature map (mean)', [
    ['0', '3'],
    ['0', '1']
  ]);
});

test('an output leads back to its winner', async ({ lesson }) => {
  await lesson.open('?scene=max-pool-4x4&step=4');
  await lesson.cell('Feature map (max)', [1, 1]).hover();
  await lesson.expectMarked('Input', 'winner', ['1,1']);
  await expect(lesson.equation()).toHaveText('max(3, −1, −3, 1) = 3');
});

test('the number farthest from 0 is known as a mistake', async ({ lesson }) => {
  await lesson.open('?scene=largest&step=0');
  await lesson.press('ArrowRight');
  await lesson.insist('-9');
  await expect(lesson.outcome).toContainText(/farthest from 0.*The value is 5\./);
});

test('pooling mixes no channels', async ({ lesson }) => {
  await lesson.open('?scene=channel-by-channel&step=4');
  await lesson.press('ArrowRight');
  await lesson.insist('9');
  await expect(lesson.outcome).toContainText(/Each channel is pooled by itself. The value is 4\./);
});

test('rounding up brings the edge into sight, and reaches the goal', async ({ page, lesson }) => {
  await lesson.open('?scene=overlapping&step=4');
  await lesson.button('Round down').click();
  await expect(page).toHaveURL(/&ceil=1$/);
  await expect(page.getByText(/Nine windows now/).filter({ visible: true })).toBeVisible();
  await expect(page.getByText('(1, 3, 3)')).toBeVisible();
});

test('a window that does not fit is refused kindly', async ({ page, lesson }) => {
  await lesson.open('?scene=overlapping&step=4');
  const padding = page.getByRole('spinbutton', { name: 'Padding' }).last();
  await padding.fill('2');
  await padding.press('Enter');
  await expect(lesson.notice).toHaveText(/takes at most 1 of padding on a side/);
  const size = page.getByRole('spinbutton', { name: 'Window' }).last();
  await size.fill('7');
  await size.press('Enter');
  await expect(lesson.notice).toHaveText(/A 7×7 window does not fit into the padded 6×6 input/);
});

test('a value that is moved to the left of its window survives the shift', async ({ page, lesson }) => {
  await lesson.open('?scene=shifted&step=2');
  await lesson.expectMarked('Map, shifted', 'changed', ['1,2', '1,3', '2,3']);
  await lesson.type('Input', [1, 4], '0');
  await lesson.type('Input', [3, 6], '0');
  await lesson.expectMarked('Map, shifted', 'changed', []);
  await expect(page.getByText(/so it has room to move/).filter({ visible: true })).toBeVisible();
});

test('a link with nonsense is said to be so', async ({ lesson }) => {
  await lesson.open('?scene=overlapping&step=1&stride=0&size=9');
  await expect(lesson.notice).toHaveText(/size could not be read.*stride could not be read/);
  await lesson.open('?scene=overlapping&step=1&size=7');
  await expect(lesson.notice).toHaveText(/does not fit/);
});
