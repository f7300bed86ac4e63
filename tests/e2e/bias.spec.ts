import { isTrue } from '../data/arithmetic';
import { expect, test } from './lesson';

test.use({ slug: 'bias' });

test('one multiplication at a time, the bias is the last to come', async ({ lesson }) => {
  await lesson.open('?scene=one-number&step=8&grain=product');
  await expect(lesson.equation()).toHaveText(/ = 9$/);
  await lesson.press('ArrowRight');
  await lesson.expectStep(9, 40);
  await expect(lesson.equation()).toHaveText(/ \+ 1×3 = 12$/);
  await lesson.press('ArrowRight');
  await expect(lesson.equation()).toHaveText(/ \+ 1×3 \+ 3 = 15$/);
});

test('a prediction hides the value, explains what was forgotten, and shows it', async ({ page, lesson }) => {
  await lesson.open('?scene=one-number');
  await lesson.press('ArrowRight');
  await expect(lesson.question).toBeVisible();
  expect(await lesson.values('Feature map')).toEqual([
    ['15', 'the cell in question'],
    ['empty', 'empty']
  ]);
  expect(await page.locator('main').textContent()).not.toMatch(/\b21\b/);
  await lesson.question.fill('18');
  await lesson.question.press('Enter');
  await expect(page.locator('form')).toContainText('Not yet.');
  await lesson.question.press('Enter');
  await expect(page.getByText('The bias is still to be added. The value is 21.')).toBeVisible();
  await lesson.expectValues('Feature map', [
    ['15', '21'],
    ['empty', 'empty']
  ]);
  await lesson.button('Watch it product by product').click();
  await lesson.expectStep(20, 40);
  await expect(lesson.equation()).toHaveText(/ \+ 3 = 21$/);
});

test('the bias of the other filter is known as a mistake', async ({ page, lesson }) => {
  await lesson.open('?scene=one-per-filter&step=4');
  await lesson.press('ArrowRight');
  await lesson.question.fill('9');
  await lesson.question.press('Enter');
  await expect(page.locator('form')).toContainText('Not yet.');
  await lesson.question.press('Enter');
  await expect(page.getByText(/adds the bias of another filter.*The value is 4\./)).toBeVisible();
});

test('pointing at a bias, or focusing it, lights up its whole map and no other', async ({ page, lesson }) => {
  await lesson.open('?scene=one-per-filter&step=8');
  const all = ['1,1', '1,2', '2,1', '2,2'];
  await lesson.cell('Bias A', [1, 1]).hover();
  await lesson.expectMarked('Feature map A', 'lit', all);
  await lesson.expectMarked('Feature map B', 'lit', []);
  await expect(page.getByText('This one number is added to all 4 cells of the map.')).toBeVisible();
  await page.mouse.move(2, 2);
  await lesson.expectMarked('Feature map A', 'lit', []);
  await lesson.cell('Bias B', [1, 1]).focus();
  await lesson.expectMarked('Feature map B', 'lit', all);
  await lesson.cell('Kernel A', [1, 1]).focus();
  await lesson.terms().last().click();
  await page.mouse.move(2, 2);
  await lesson.cell('Kernel A', [1, 1]).focus();
  await lesson.expectMarked('Feature map B', 'lit', all);
  await lesson.press('PageUp');
  await lesson.expectMarked('Feature map B', 'lit', []);
});

test('a cell of either map shows its sum while it is pointed at, and stays when pinned', async ({
  page,
  lesson
}) => {
  await lesson.open('?scene=one-per-filter&step=7');
  await lesson.cell('Feature map A', [2, 1]).hover();
  await expect(lesson.equation()).toHaveText(/ \+ 3 = 20$/);
  await page.mouse.move(2, 2);
  await expect(lesson.equation()).toHaveText(/ \+ \(−2\) = −3$/);
  await lesson.cell('Feature map A', [1, 2]).focus();
  await lesson.press('Enter');
  await lesson.expectMarked('Feature map A', 'pinned', ['1,2']);
  await lesson.expectMarked('Feature map B', 'pinned', []);
  await lesson.cell('Kernel B', [1, 1]).focus();
  await expect(lesson.equation()).toHaveText(/ \+ 3 = 21$/);
  await lesson.cell('Feature map B', [2, 2]).hover();
  await expect(page.locator('.window.ghost')).toBeVisible();
  expect((await lesson.values('Feature map B'))[1]).toEqual(['−3', 'empty']);
});

test('pointing at an input cell lights up what it feeds in every map', async ({ lesson }) => {
  await lesson.open('?scene=one-per-filter&step=8');
  await lesson.cell('Input', [1, 1]).hover();
  for (const map of ['Feature map A', 'Feature map B']) await lesson.expectMarked(map, 'fed', ['1,1']);
});

test('a slider starts where a typed bias is, also beyond its usual ends', async ({ page, lesson }) => {
  await lesson.open('?scene=through-relu&step=5&bias=-50,0,3');
  const slider = page.getByRole('slider', { name: 'Bias A', exact: true });
  await expect(slider).toHaveValue('-50');
  await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '−49');
});

test('ReLU cuts what is negative, and a slider moves the threshold', async ({ page, lesson }) => {
  await lesson.open('?scene=through-relu&step=27');
  await lesson.expectValues('ReLU A', [
    ['0', '0', '0'],
    ['0', '0', '0'],
    ['1', '0', '0']
  ]);
  await lesson.expectMarked('ReLU A', 'cut', ['1,2', '1,3', '2,2', '2,3', '3,2', '3,3']);
  const slider = page.getByRole('slider', { name: 'Bias A', exact: true });
  await slider.focus();
  await lesson.press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '1');
  await lesson.expectValues('ReLU A', [
    ['3', '0', '0'],
    ['3', '1', '0'],
    ['4', '0', '0']
  ]);
  await lesson.expectStep(27, 27);
  await expect(page).toHaveURL(/scene=through-relu&step=27&bias=1,0,3$/);
  await lesson.button('Reset').click();
  await expect(slider).toHaveAttribute('aria-valuetext', '-2'.replace('-', '−'));
});

test('input, kernel and bias are typed into their cells; what cannot be used keeps the old one', async ({
  page,
  lesson
}) => {
  await lesson.open('?scene=through-relu&step=9');
  await lesson.type('Bias A', [1, 1], '1/2');
  await lesson.expectValues('Bias A', [['1/2']]);
  await lesson.type('Kernel', [1, 1], '2');
  await lesson.type('Input', [4, 4], '-1');
  await expect(page).toHaveURL(/&input=1,0,2,3;2,1,0,1;1,0,1,3;2,0,3,-1&kernel=2,-1;1,-1&bias=1\/2,0,3$/);
  await lesson.type('Bias A', [1, 1], 'abc');
  await expect(lesson.notice).toHaveText(/“abc” cannot be read as a number, so 1\/2 stays/);
  await lesson.paste('Bias A', [1, 1], '1 2');
  await expect(lesson.notice).toHaveText('A bias is a single number, so nothing was changed.');
  await lesson.paste('Kernel', [1, 1], '1 2 3 4 5');
  await expect(lesson.notice).toHaveText(/A 1×5 kernel does not fit into the 4×4 input/);
  await lesson.expectValues('Bias A', [['1/2']]);
  await lesson.expectValues('Kernel', [
    ['2', '−1'],
    ['1', '−1']
  ]);
});

for (const [name, query, sentence] of [
  ['a word for a bias', 'scene=through-relu&step=1&bias=x,0,3', /bias could not be read/],
  ['too few biases', 'scene=through-relu&step=1&bias=1,2', /bias could not be read/],
  ['a kernel too large', 'scene=through-relu&step=1&kernel=1,2,3,4,5', /does not fit/],
  ['numbers for a scene with its own', 'scene=one-number&step=2&bias=4', /are fixed/]
] as const) {
  test(`a link with ${name} is said to be so`, async ({ lesson }) => {
    await lesson.open(`?${query}`);
    await expect(lesson.notice).toHaveText(sentence);
    await lesson.press('ArrowRight');
    await expect(lesson.equation()).toHaveCount(1);
    expect(isTrue((await lesson.equation().textContent()) ?? '')).toBe(true);
  });
}

test('a link shows the same elsewhere', async ({ page, lesson }) => {
  await lesson.open('?scene=through-relu&step=12&bias=-1/3,5,3&kernel=1,2');
  await expect(lesson.notice).toHaveCount(0);
  await lesson.expectStep(12, 36);
  const picture = await lesson.picture();
  await lesson.press('ArrowRight', 'ArrowLeft');
  await expect(page).toHaveURL(/step=12&kernel=1,2&bias=-1\/3,5,3$/);
  await page.reload();
  await lesson.awake();
  expect(await lesson.picture()).toEqual(picture);
});
