import type { Page } from '@playwright/test';
import { expect, test, type Lesson } from './lesson';

/** The grey values under the window, as the page has them. */
async function windowValues(lesson: Lesson): Promise<number[][]> {
  return (await lesson.values('Window')).map((row) => row.map(Number));
}

const photo = (page: Page) => page.getByRole('img', { name: /^Chelsea the cat\. Window around/ });

/** The grey of one pixel of the map as it is drawn, counted from 1. */
function drawn(page: Page, row: number, column: number): Promise<number | undefined> {
  return page
    .locator('[data-thing=output] canvas')
    .evaluate(
      (canvas: HTMLCanvasElement, [x, y]) => canvas.getContext('2d')?.getImageData(x, y, 1, 1).data[0],
      [column - 1, row - 1] as const
    );
}

/** Puts the window around a pixel, counted from 1, by the fields. */
async function goTo(page: Page, row: number, column: number): Promise<void> {
  for (const [name, value] of [
    ['Row', row],
    ['Column', column]
  ] as const) {
    const field = page.getByRole('spinbutton', { name, exact: true });
    await field.fill(`${value}`);
    await field.press('Enter');
  }
}

test.describe('the map that is drawn', () => {
  // The test reads single pixels, which the page never does.
  test.use({ tolerated: /willReadFrequently/ });

  test('every pixel that is opened is painted as its sum says', async ({ page, lesson }) => {
    await lesson.open('?scene=photograph&step=2');
    await lesson.picturesRead();
    await expect(page.locator('[data-thing=output] canvas')).toBeVisible();
    for (const [row, column] of [
      [2, 2],
      [40, 301],
      [150, 226],
      [299, 450]
    ] as const) {
      await goTo(page, row, column);
      await expect(photo(page)).toHaveAttribute('aria-label', new RegExp(`row ${row}, column ${column}:`));
      const total = (await windowValues(lesson)).flat().reduce((sum, value) => sum + value, 0);
      // The mean of nine whole numbers, rounded to the nearest: never half between two.
      expect(await lesson.values('Grey')).toEqual([[`${Math.round(total / 9)}`]]);
      expect(await drawn(page, row - 1, column - 1)).toBe(Math.round(total / 9));
    }
    await lesson.open('?scene=photograph&step=5');
    await lesson.picturesRead();
    await expect(page.locator('[data-thing=output] canvas')).toBeVisible();
    for (const [row, column] of [
      [102, 171],
      [60, 228],
      [20, 20]
    ] as const) {
      await goTo(page, row, column);
      await expect(photo(page)).toHaveAttribute('aria-label', new RegExp(`row ${row}, column ${column}:`));
      const [above = [], middle = [], below = []] = await windowValues(lesson);
      const difference = ([left = NaN, , right = NaN]: number[]) => right - left;
      const sum = difference(above) + 2 * difference(middle) + difference(below);
      await expect(lesson.equation()).toHaveText(new RegExp(` = ${sum < 0 ? '−' : ''}${Math.abs(sum)}$`));
      expect(await drawn(page, row - 1, column - 1)).toBe(Math.min(255, Math.abs(sum)));
    }
  });
});

test('the window follows the arrow keys, the pointer and the map, and says where it is', async ({
  page,
  lesson
}) => {
  await lesson.open('?scene=photograph&step=1');
  await lesson.picturesRead();
  await photo(page).focus();
  await expect(photo(page)).toHaveAttribute('aria-label', /row 102, column 171:/);
  await lesson.press('ArrowRight', 'ArrowDown', 'Shift+ArrowDown');
  await expect(photo(page)).toHaveAttribute('aria-label', /row 113, column 172:/);
  await expect(page.locator('div[role=status]')).toHaveText(
    /Window around row 113, column 172: .*painted as grey/
  );
  // The keys were the picture's, not the lesson's.
  await lesson.expectStep(1, 6);
  const box = await photo(page).boundingBox();
  if (!box) throw new Error('there is no photograph');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(photo(page)).toHaveAttribute('aria-label', /row 15[01], column 22[5-7]:/);
  await page.mouse.move(1, 1);
  await expect(photo(page)).toHaveAttribute('aria-label', /row 113, column 172:/);
  await page.getByRole('img', { name: /^Feature map\./ }).click({ position: { x: 1, y: 1 } });
  await page.mouse.move(1, 1);
  await expect(photo(page)).toHaveAttribute('aria-label', /row [2-4], column [2-4]:/);
  // A place belongs to its step.
  await lesson.button('Forward').click();
  await expect(photo(page)).toHaveAttribute('aria-label', /row 102, column 171:/);
});

test('the kernel of ‘Your own numbers’ comes along, and stays when the page is loaded again', async ({
  page,
  lesson
}) => {
  await lesson.open('?scene=your-own&step=0');
  await lesson.type('Kernel', [1, 1], '7');
  await lesson.sceneLinks().last().click();
  await lesson.press('End');
  await lesson.expectStep(6, 6);
  const mine = [
    ['7', '0', '−1'],
    ['1', '0', '−1'],
    ['1', '0', '−1']
  ];
  await lesson.expectValues('Kernel', mine);
  await expect(page).toHaveURL(/&step=6&mine=7,0,-1;1,0,-1;1,0,-1$/);
  // The lesson's words still fit, and its question is still asked.
  await expect(page.getByRole('group', { name: 'This step' })).toContainText('yours has come along');
  await page.reload();
  await lesson.awake();
  await lesson.expectValues('Kernel', mine);
  await lesson.button('Reset').click();
  await lesson.expectValues('Kernel', [['1', '0', '−1'], ...mine.slice(1)]);
});

test('a wall is not kept, and brightness is known as a mistake', async ({ lesson }) => {
  await lesson.open('?scene=photograph&step=2');
  await lesson.picturesRead();
  await lesson.press('ArrowRight');
  await lesson.insist('200');
  await expect(lesson.outcome).toContainText(/that is how bright the wall is.*The value is 0\./);
});

test('a kernel is chosen, changed and pasted, and a goal is reached', async ({ page, lesson }) => {
  await lesson.open('?scene=photograph&step=6');
  await lesson.picturesRead();
  await lesson.button('Blur 1/9').click();
  await expect(lesson.button('Blur 1/9')).toHaveAttribute('aria-pressed', 'true');
  await lesson.expectValues('Kernel', new Array(3).fill(['1/9', '1/9', '1/9']));
  await lesson.paste('Kernel', [1, 1], '1 2\n3 4');
  await expect(lesson.notice).toHaveText(/Kernels are 3×3 here and that one is 2×2/);
  await lesson.paste('Kernel', [1, 1], '-1 -2 -1\n0 0 0\n1 2 1');
  await expect(
    page.getByText(/What changes from top to bottom stays bright/).filter({ visible: true })
  ).toBeVisible();
  await expect(page).toHaveURL(/&kernel=-1,-2,-1;0,0,0;1,2,1$/);
  // Weights that add up to 0 are painted without their sign, unless the learner wants it otherwise.
  await expect(lesson.button('Without its sign')).toHaveAttribute('aria-pressed', 'true');
  await lesson.button('Sum as it is').click();
  await expect(page).toHaveURL(/&shading=value$/);
});

test('a picture of the learner’s own takes the photograph’s place', async ({ page, lesson }) => {
  await lesson.open('?scene=photograph&step=1');
  await lesson.picturesRead();
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(5, 4);
    const context = canvas.getContext('2d');
    if (context) context.fillStyle = 'rgb(90 90 90)';
    context?.fillRect(0, 0, 5, 4);
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
  });
  const file = { name: 'grey.png', mimeType: 'image/png', buffer: Buffer.from(bytes) };
  await page.locator('input[type=file]').setInputFiles(file);
  await lesson.expectValues('Window', new Array(3).fill(['90', '90', '90']));
  await expect(page.locator('[data-thing=output] canvas')).toHaveAttribute('width', '3');
});

test('a link with nonsense is said to be so', async ({ lesson }) => {
  await lesson.open('?scene=photograph&step=1&kernel=1,2;3,4&shading=pink');
  await expect(lesson.notice).toHaveText(/paint sums could not be read.*kernel could not be read/);
});
