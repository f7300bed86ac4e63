import { expect, test } from './lesson';

test.use({ slug: 'padding' });

test('with a ring of zeros the worked example has sixteen outputs', async ({ lesson }) => {
  await lesson.open('?scene=four-by-four-padded&step=16');
  expect(await lesson.values('Feature map')).toEqual([
    ['7', '6', '10', '13'],
    ['8', '12', '18', '13'],
    ['8', '17', '15', '13'],
    ['6', '10', '10', '20']
  ]);
});

test('corner and middle are used 4 and 9 times with one ring, 1 and 4 times without', async ({ lesson }) => {
  await lesson.open('?scene=one-ring&step=16');
  expect(await lesson.values('Visits')).toEqual([
    ['4', '6', '6', '4'],
    ['6', '9', '9', '6'],
    ['6', '9', '9', '6'],
    ['4', '6', '6', '4']
  ]);
  expect((await lesson.values('Without padding'))[0]).toEqual(['1', '2', '2', '1']);
});

test('a question hides the count that it asks for, and knows who takes all pixels to be equal', async ({
  lesson
}) => {
  await lesson.open('?scene=one-ring&step=0');
  await lesson.press('ArrowRight');
  await expect(lesson.question).toBeVisible();
  expect((await lesson.values('Visits'))[0]?.[0]).toBe('the cell in question');
  await lesson.insist('9');
  await expect(lesson.outcome).toContainText(
    /as if every pixel met all cells of the filter.*The count is 4\./
  );
});

test('pointing at a pixel lights up the places that cover it', async ({ page, lesson }) => {
  await lesson.open('?scene=visits&step=4');
  await lesson.cell('Visits', [1, 1]).hover();
  await lesson.expectMarked('Output', 'fed', ['1,1']);
  await lesson.cell('Visits', [2, 2]).hover();
  await lesson.expectMarked('Output', 'fed', ['1,1', '1,2', '2,1', '2,2']);
  await expect(page.getByText('4 outputs')).toBeVisible();
});

test('the padding that keeps the size is found, and what leaves no place is refused', async ({
  page,
  lesson
}) => {
  await lesson.open('?scene=keep-the-size');
  const [filter, padding] = [page.getByRole('spinbutton').first(), page.getByRole('spinbutton').last()];
  await filter.fill('7');
  await filter.press('Enter');
  await expect(lesson.notice).toContainText('There is no place for a 7×7 filter');
  await expect(filter).toHaveValue('5');
  await padding.fill('3');
  await padding.press('Enter');
  await filter.fill('7');
  await filter.press('Enter');
  await expect(page.getByRole('status')).toContainText('For F = 7 it is P = 3');
  await expect(page).toHaveURL(/kernel=7&padding=3/);
});

test('the three paddings with a name are a press away', async ({ lesson }) => {
  await lesson.open('?scene=valid-same-full&step=36');
  expect(new Set((await lesson.values('Visits')).flat())).toEqual(new Set(['9']));
  await lesson.button('Valid').click();
  await lesson.expectStep(4, 4);
  expect((await lesson.values('Visits'))[0]).toEqual(['1', '2', '2', '1']);
});

test('a link with nonsense is named', async ({ lesson }) => {
  await lesson.open('?scene=valid-same-full&step=1&padding=99');
  await expect(lesson.notice).toContainText('padding');
});
