import { expect, test, type Language } from './lesson';

const FIRST_SUM = '1×1 + 0×0 + 0×1 + 0×0 + 1×1 + 0×0 + 0×1 + 0×0 + 1×1 = 3';
const FINISHED_SIX = [
  ['3', '1', '1', '3'],
  ['1', '2', '3', '0'],
  ['1', '2', '2', '2'],
  ['3', '0', '3', '1']
];

const fill = (text: string, rows: number, columns = rows) =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => text));

for (const language of ['en', 'ko'] satisfies Language[]) {
  test.describe(language, () => {
    test.use({ language });

    test('the lesson begins untouched, and its buttons step, jump and go back', async ({ lesson }) => {
      const { words } = lesson;
      await lesson.open();
      await lesson.expectAddress('six-by-six', 0);
      await lesson.expectStep(0, 16);
      await expect(lesson.equation()).toHaveCount(0);
      await lesson.expectValues(words.map, fill(words.empty, 4));
      await lesson.expectValues(words.products, fill(words.empty, 3));

      await lesson.button(words.forward).click();
      await expect(lesson.equation()).toHaveText(FIRST_SUM);
      await lesson.expectStep(1, 16);
      await lesson.expectAddress('six-by-six', 1);
      await lesson.expectValues(words.products, [
        ['1', '0', '0'],
        ['0', '1', '0'],
        ['0', '0', '1']
      ]);
      await expect(lesson.cell(words.map, [1, 1])).toHaveAccessibleName('3');
      await expect(lesson.cell(words.map, [1, 2])).toHaveAccessibleName(words.empty);

      await lesson.button(words.last).click();
      await lesson.expectStep(16, 16);
      await lesson.expectValues(words.map, FINISHED_SIX);

      await lesson.button(words.back).click();
      await lesson.expectStep(15, 16);
      await expect(lesson.cell(words.map, [4, 4])).toHaveAccessibleName(words.empty);

      await lesson.button(words.first).click();
      await lesson.expectStep(0, 16);
      await lesson.expectValues(words.map, fill(words.empty, 4));
    });

    test('the sixteen outputs can be read through the accessibility tree alone', async ({ page, lesson }) => {
      const { words } = lesson;
      await lesson.open();
      for (const value of FINISHED_SIX.flat()) {
        await page.getByRole('button', { name: words.forward, exact: true }).click();
        const [, step = ''] =
          /^(\d+) \//.exec((await lesson.slider.getAttribute('aria-valuetext')) ?? '') ?? [];
        const tree = await page.getByRole('grid', { name: new RegExp(`^${words.map}`) }).ariaSnapshot();
        const cells = [...tree.matchAll(/- gridcell "(.*?)"/g)].map(([, name]) => name);
        expect(cells[Number(step) - 1]).toBe(value);
        // One of them may be the cell in question: it has no value either.
        for (const name of cells.slice(Number(step))) expect([words.empty, words.asked]).toContain(name);
        expect(cells).toHaveLength(16);
      }
      await lesson.expectValues(words.map, FINISHED_SIX);
    });

    test('every control goes by the name that it should have', async ({ page, lesson }) => {
      const { words } = lesson;
      await lesson.open();
      for (const name of [words.play, words.first, words.back, words.forward, words.last]) {
        await expect(lesson.button(name)).toBeVisible();
      }
      for (const name of [words.speed, words.detail, words.theme]) {
        await expect(page.getByRole('combobox', { name, exact: true })).toBeVisible();
      }
      await expect(lesson.slider).toBeVisible();
      for (const [name, size] of [
        [words.input, 6],
        [words.kernel, 3],
        [words.products, 3],
        [words.map, 4]
      ] as const) {
        await expect(page.getByRole('grid', { name: `${name} ${size}×${size}`, exact: true })).toBeVisible();
      }
    });
  });
}

test('the scrubber says where it is, and dragging, clicking or keys move it anywhere', async ({
  page,
  lesson
}) => {
  await lesson.open();
  await lesson.slider.fill('7');
  await lesson.expectStep(7, 16);
  await expect(lesson.equation()).toHaveText('0×1 + 0×0 + 1×1 + 1×0 + 1×1 + 0×0 + 0×1 + 0×0 + 1×1 = 3');
  await lesson.slider.press('ArrowRight');
  await lesson.expectStep(8, 16);
  await lesson.slider.press('ArrowDown');
  await lesson.expectStep(7, 16);
  await lesson.slider.press('End');
  await lesson.expectStep(16, 16);
  await lesson.slider.press('Home');
  await lesson.expectStep(0, 16);

  const track = await lesson.slider.boundingBox();
  if (!track) throw new Error('there is no scrubber');
  const middle = track.y + track.height / 2;
  // Sixteen notches, and before them a slot for step 0: the middle of the fourth one.
  const fourth = track.x + (track.width * 4.5) / 17;
  await page.mouse.click(fourth, middle);
  await lesson.expectStep(4, 16);
  await page.mouse.move(fourth, middle);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width - 2, middle, { steps: 4 });
  await page.mouse.up();
  await lesson.expectStep(16, 16);
  await lesson.expectValues('Feature map', FINISHED_SIX);
});

test('Space, Page Down and the right arrow step on; Shift+Space, Page Up and the left arrow step back', async ({
  lesson
}) => {
  await lesson.open();
  await lesson.press('Space', 'PageDown', 'ArrowRight');
  await lesson.expectStep(3, 16);
  await lesson.press('Shift+Space');
  await lesson.expectStep(2, 16);
  await lesson.press('PageUp');
  await lesson.expectStep(1, 16);
  await lesson.press('ArrowLeft');
  await lesson.expectStep(0, 16);
});

test('Right at the last step enters the next scene, Left at step 0 the end of the one before', async ({
  lesson
}) => {
  await lesson.open('?scene=six-by-six&step=16');
  await lesson.press('ArrowRight');
  await lesson.expectStep(0, 36);
  await lesson.expectAddress('four-by-four', 0);
  await lesson.press('ArrowLeft');
  await lesson.expectStep(16, 16);
  await lesson.expectAddress('six-by-six', 16);
  await lesson.expectValues('Feature map', FINISHED_SIX);
  await lesson.button('Forward').click();
  await lesson.expectStep(0, 36);
  await lesson.button('Back').click();
  await lesson.expectStep(16, 16);
});

test('before the start there is nothing, and after the last step the ending', async ({ page, lesson }) => {
  await lesson.open();
  await lesson.press('ArrowLeft', 'PageUp', 'ArrowUp', 'Home');
  // The button says that there is nothing before, but stays where it is; a click on it does nothing.
  await expect(lesson.button('Back')).toBeDisabled();
  await lesson.button('Back').click({ force: true });
  await lesson.expectStep(0, 16);
  await lesson.expectAddress('six-by-six', 0);

  await lesson.open('?scene=photograph&step=6');
  await lesson.press('ArrowRight', 'PageDown', 'ArrowDown', 'End');
  await lesson.button(lesson.words.toEnding).click();
  await lesson.expectStep(6, 6);
  await lesson.expectAddress('photograph', 6);
  await expect(page.locator('.ending')).toBeFocused();
});

test('1 and 2 change the detail and keep the moment', async ({ lesson }) => {
  await lesson.open('?scene=six-by-six&step=3');
  const third = '0×1 + 0×0 + 0×1 + 0×0 + 0×1 + 1×0 + 1×1 + 1×0 + 0×1 = 1';
  await expect(lesson.equation()).toHaveText(third);
  await lesson.press('2');
  await lesson.expectStep(27, 144);
  await expect(lesson.equation()).toHaveText(third);
  await expect(lesson.page).toHaveURL(/scene=six-by-six&step=27&grain=product$/);
  await lesson.press('ArrowRight');
  await expect(lesson.equation()).toHaveText('0×1 = 0');
  await lesson.press('1');
  await lesson.expectStep(3, 16);
  await expect(lesson.equation()).toHaveText(third);
  await lesson.choose('Detail', 'product');
  await lesson.expectStep(27, 144);
});

test('going through the lesson adds nothing to the history, and Back leaves the page', async ({
  page,
  lesson
}) => {
  await page.goto('/en/');
  await page.locator('#course a[href="/en/lessons/convolution/"]').click();
  await lesson.awake();
  const before = await page.evaluate(() => history.length);
  await lesson.press('ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowRight', 'ArrowDown');
  await lesson.expectAddress('your-own', 0);
  await lesson.type('Input', [1, 1], '9');
  await expect(page).toHaveURL(/input=9,1,0,2,1;/);
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.goBack();
  await expect(page).toHaveURL(/\/en\/$/);
});

test('a scene is kept as it was left', async ({ page, lesson }) => {
  await lesson.open('?scene=six-by-six&step=5');
  await page.getByRole('link', { name: /^3 / }).click();
  await lesson.expectAddress('your-own', 0);
  await lesson.type('Kernel', [1, 1], '7');
  await page.getByRole('link', { name: /^4 / }).click();
  await lesson.expectAddress('flipped', 0);
  await page.getByRole('link', { name: /^3 / }).click();
  await expect(lesson.cell('Kernel', [1, 1])).toHaveAccessibleName('7');
});

test.describe('playing', () => {
  test('P plays to the end of the scene and stops there; playing on begins anew', async ({ lesson }) => {
    await lesson.open('?scene=six-by-six&step=13');
    await lesson.choose('Speed', '4');
    await lesson.page.locator('body').click({ position: { x: 2, y: 2 } });
    await lesson.press('p');
    await expect(lesson.button('Pause')).toBeVisible();
    await lesson.expectStep(16, 16);
    await expect(lesson.button('Play')).toBeVisible();
    await lesson.expectAddress('six-by-six', 16);
    await lesson.choose('Speed', '0.25');
    await lesson.button('Play').click();
    await lesson.expectStep(1, 16);
    await lesson.button('Pause').click();
    await expect(lesson.button('Play')).toBeVisible();
  });

  test('Play pauses in front of a prediction', async ({ lesson }) => {
    await lesson.open('?scene=six-by-six&step=5');
    await lesson.choose('Speed', '4');
    await lesson.button('Play').click();
    await expect(lesson.question).toBeVisible();
    await lesson.expectStep(7, 16);
    await expect(lesson.button('Play')).toBeVisible();
  });

  test('a step by hand pauses', async ({ lesson }) => {
    await lesson.open('?scene=six-by-six&step=8');
    await lesson.button('Play').click();
    await expect(lesson.button('Pause')).toBeVisible();
    await lesson.button('Back').click();
    await expect(lesson.button('Play')).toBeVisible();
  });
});
