import { isTrue } from '../data/arithmetic';
import { recordFrames } from './frames';
import { expect, test } from './lesson';

test.use({ slug: 'bias' });

test('one multiplication at a time, the bias is the last to come', async ({ lesson }) => {
  await lesson.open('?scene=one-number&step=8&grain=product');
  await expect(lesson.equation()).toHaveText(/ = 9$/);
  await lesson.press('ArrowRight');
  await lesson.expectStep(9, 40);
  await expect(lesson.equation()).toHaveText(/ \+ 1×3 = 12$/);
  // Somebody who steps on is asked about the next cell; a link asks nothing.
  await lesson.open('?scene=one-number&step=10&grain=product');
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
  await lesson.insist('18');
  await expect(lesson.outcome).toContainText('The bias is still to be added. The value is 21.');
  await lesson.expectValues('Feature map', [
    ['15', '21'],
    ['empty', 'empty']
  ]);
  await lesson.button('Watch it product by product').click();
  await lesson.expectStep(20, 40);
  await expect(lesson.equation()).toHaveText(/ \+ 3 = 21$/);
});

test('the bias of the other filter is known as a mistake', async ({ lesson }) => {
  await lesson.open('?scene=one-per-filter&step=4');
  await lesson.press('ArrowRight');
  await lesson.insist('9');
  await expect(lesson.outcome).toContainText(/adds the bias of another filter.*The value is 4\./);
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
  await lesson.open('?scene=through-relu&step=5&bias=-50');
  const slider = page.getByRole('slider', { name: 'Bias', exact: true });
  await expect(slider).toHaveValue('-50');
  await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '−49');
});

test('ReLU cuts what is negative, and a slider moves the threshold', async ({ page, lesson }) => {
  await lesson.open('?scene=through-relu&step=9');
  await lesson.expectValues('ReLU', [
    ['0', '0', '0'],
    ['0', '0', '0'],
    ['1', '0', '0']
  ]);
  await lesson.expectMarked('ReLU', 'cut', ['1,2', '1,3', '2,2', '2,3', '3,2', '3,3']);
  const slider = page.getByRole('slider', { name: 'Bias', exact: true });
  await slider.focus();
  await lesson.press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '1');
  await lesson.expectValues('ReLU', [
    ['3', '0', '0'],
    ['3', '1', '0'],
    ['4', '0', '0']
  ]);
  await lesson.expectStep(9, 9);
  await expect(page).toHaveURL(/scene=through-relu&step=9&bias=1$/);
  await lesson.button('Reset').click();
  await expect(slider).toHaveAttribute('aria-valuetext', '−2');
});

test('the sums lie on a number line, and a bias slides all of them by as much', async ({ page, lesson }) => {
  await lesson.open('?scene=through-relu&step=9');
  const line = page.getByRole('img', { name: /^Number line/ });
  const dots = async () =>
    (await line.locator('circle').evaluateAll((all) => all.map((dot) => Number(dot.getAttribute('cx'))))).map(
      (x) => Math.round(x * 1000) / 1000
    );
  await expect(line).toHaveAccessibleName('Number line: of 9 cells, 1 above 0');
  const before = await dots();
  expect(before).toHaveLength(9);
  // By the sums without a bias, counted by hand: 2 −1 −2, 2 0 −3, 3 −4 −1.
  const sums = [2, -1, -2, 2, 0, -3, 3, -4, -1];
  const unit = ((before[6] ?? 0) - (before[7] ?? 0)) / 7;
  for (const [cell, sum] of sums.entries())
    expect((before[cell] ?? 0) - (before[4] ?? 0)).toBeCloseTo(sum * unit, 2);
  const slider = page.getByRole('slider', { name: 'Bias', exact: true });
  await slider.focus();
  await lesson.press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await expect(line).toHaveAccessibleName('Number line: of 9 cells, 4 above 0');
  for (const [cell, x] of (await dots()).entries()) expect(x - (before[cell] ?? 0)).toBeCloseTo(3 * unit, 2);
  // Pointed at, a dot is its cell.
  await line.locator('circle').nth(7).hover();
  await expect(lesson.equation()).toHaveText(/ \+ 1 = −3 → ReLU → 0$/);
});

test('the equation goes on through ReLU', async ({ lesson }) => {
  await lesson.open('?scene=through-relu&step=7');
  await expect(lesson.equation()).toHaveText('1×1 + 0×(−1) + 2×1 + 0×(−1) + (−2) = 1 → ReLU → 1');
  await lesson.press('ArrowRight');
  await expect(lesson.equation()).toHaveText(/ = −6 → ReLU → 0$/);
});

test('a link of when there were twenty-seven steps shows the last one and says so', async ({ lesson }) => {
  await lesson.open('?scene=through-relu&step=27');
  await lesson.expectStep(9, 9);
  await expect(lesson.notice).toHaveText(/\b9\b/);
});

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('a sum comes to the line when it is added up, and Forward finishes it at once', async ({
    page,
    lesson
  }) => {
    await lesson.open('?scene=through-relu&step=6');
    // A busy machine stands still for half a second now and then.
    await lesson.choose('Speed', '0.25');
    const seen = await recordFrames(page, () => {
      const dots = document.querySelectorAll('[data-thing=line] circle');
      const result = document.querySelector('.result');
      return {
        dots: dots.length,
        newest: Number(dots[6]?.getAttribute('cx')),
        isSummed: result !== null && getComputedStyle(result).visibility === 'visible'
      };
    });
    await lesson.press('ArrowRight');
    await expect(lesson.equation()).toHaveText(/ = 1 → ReLU → 1$/, { timeout: 15_000 });
    const moments = await seen();
    const onItsWay = moments.filter(({ dots, isSummed }) => dots === 7 && !isSummed);
    expect(moments.some(({ dots, isSummed }) => dots === 6 && !isSummed)).toBe(true);
    // At first it lies where its sum is without a bias, to the right of where it ends.
    expect(onItsWay[0]?.newest).toBeGreaterThan((moments.at(-1)?.newest ?? NaN) + 0.1);
    const places = onItsWay.map(({ newest }) => newest);
    expect(places).toEqual([...places].sort((left, right) => right - left));
    await lesson.press('ArrowRight', 'ArrowRight', 'ArrowLeft');
    await lesson.expectStep(8, 9);
    await expect(lesson.equation()).toHaveText(/ = −6 → ReLU → 0$/);
  });
});

test('input, kernel and bias are typed into their cells; what cannot be used keeps the old one', async ({
  page,
  lesson
}) => {
  await lesson.open('?scene=through-relu&step=9');
  await lesson.type('Bias', [1, 1], '1/2');
  await lesson.expectValues('Bias', [['1/2']]);
  await lesson.type('Kernel', [1, 1], '2');
  await lesson.type('Input', [4, 4], '-1');
  await expect(page).toHaveURL(/&input=1,0,2,3;2,1,0,1;1,0,1,3;2,0,3,-1&kernel=2,-1;1,-1&bias=1\/2$/);
  await lesson.type('Bias', [1, 1], 'abc');
  await expect(lesson.notice).toHaveText(/“abc” cannot be read as a number, so 1\/2 stays/);
  await lesson.paste('Bias', [1, 1], '1 2');
  await expect(lesson.notice).toHaveText('A bias is a single number, so nothing was changed.');
  await lesson.paste('Kernel', [1, 1], '1 2 3 4 5');
  await expect(lesson.notice).toHaveText(/A 1×5 kernel does not fit into the 4×4 input/);
  await lesson.expectValues('Bias', [['1/2']]);
  await lesson.expectValues('Kernel', [
    ['2', '−1'],
    ['1', '−1']
  ]);
});

for (const [name, query, sentence] of [
  ['a word for a bias', 'scene=through-relu&step=1&bias=x', /bias could not be read/],
  ['too many biases', 'scene=through-relu&step=1&bias=1,2', /bias could not be read/],
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
  await lesson.open('?scene=through-relu&step=8&bias=-1/3&kernel=1,2');
  await expect(lesson.notice).toHaveCount(0);
  await lesson.expectStep(8, 12);
  const picture = await lesson.picture();
  await lesson.press('ArrowRight', 'ArrowLeft');
  await expect(page).toHaveURL(/step=8&kernel=1,2&bias=-1\/3$/);
  await page.reload();
  await lesson.awake();
  expect(await lesson.picture()).toEqual(picture);
});
