import { matrix, places } from '../data/arithmetic';
import { expect, Lesson, test } from './lesson';
import { OWN } from './scenes';

/** Step 6 of six-by-six: row 2, column 2. */
const STEP = '?scene=six-by-six&step=6';
const key = (row: number, column: number) => `${row},${column}`;

async function expectWindow(
  lesson: Lesson,
  [row, column]: readonly [number, number],
  size = 3
): Promise<void> {
  const inner = async () => {
    const first = await lesson.cell('Input', [row, column]).boundingBox();
    const last = await lesson.cell('Input', [row + size - 1, column + size - 1]).boundingBox();
    const window = await lesson.page.locator('.window:not(.ghost)').boundingBox();
    if (!first || !last || !window) return 'there is no window';
    const off = [
      window.x - first.x,
      window.y - first.y,
      window.x + window.width - last.x - last.width,
      window.y + window.height - last.y - last.height
    ];
    return off.every((distance) => Math.abs(distance) < 8)
      ? 'there'
      : `off by ${off.map(Math.round).join(', ')}`;
  };
  await expect.poll(inner, { message: `window at ${row}, ${column}` }).toBe('there');
}

test.describe('a term, its cell, its weight and its product belong together', () => {
  test('pointing at a term or focusing it lights up the other three', async ({ page, lesson }) => {
    await lesson.open(STEP);
    for (const index of [0, 4, 5, 8]) {
      const [row, column] = [Math.floor(index / 3) + 1, (index % 3) + 1];
      await lesson.terms().nth(index).hover();
      await lesson.expectMarked('Input', 'lit', [key(row + 1, column + 1)]);
      await lesson.expectMarked('Kernel', 'lit', [key(row, column)]);
      await lesson.expectMarked('Products', 'lit', [key(row, column)]);
      await expect(page.locator('.term.lit')).toHaveCount(1);
    }
    await page.mouse.move(2, 2);
    await lesson.expectMarked('Input', 'lit', []);
    await lesson.terms().first().focus();
    await lesson.expectMarked('Kernel', 'lit', ['1,1']);
    await lesson.press('ArrowRight', 'ArrowRight', 'ArrowRight');
    await expect(lesson.terms().nth(3)).toBeFocused();
    await lesson.expectMarked('Kernel', 'lit', ['2,1']);
    await lesson.expectMarked('Input', 'lit', ['3,2']);
    await lesson.press('End');
    await lesson.expectMarked('Products', 'lit', ['3,3']);
    await lesson.expectStep(6, 16);
  });

  test('so does pointing at, or focusing, the cell, the weight or the product', async ({ page, lesson }) => {
    await lesson.open(STEP);
    const lit = page.locator('.term.lit');
    for (const [grid, at, term] of [
      ['Input', [3, 4], 5],
      ['Kernel', [1, 3], 2],
      ['Products', [3, 1], 6]
    ] as const) {
      const place = [Math.floor(term / 3) + 1, (term % 3) + 1] as const;
      for (const point of [() => lesson.cell(grid, at).hover(), () => lesson.cell(grid, at).focus()]) {
        await point();
        await expect(lit).toHaveAttribute('data-term', `${term}`);
        await lesson.expectMarked('Kernel', 'lit', [key(...place)]);
        await lesson.expectMarked('Products', 'lit', [key(...place)]);
        await lesson.expectMarked('Input', 'lit', [key(place[0] + 1, place[1] + 1)]);
        await page.mouse.move(2, 2);
      }
    }
    // A cell outside the window is in no term.
    await lesson.cell('Input', [6, 6]).hover();
    await expect(lit).toHaveCount(0);
  });

  test('a clicked term stays lit until it is clicked again', async ({ page, lesson }) => {
    await lesson.open(STEP);
    const term = lesson.terms().nth(4);
    await term.click();
    await expect(term).toHaveAttribute('aria-pressed', 'true');
    await page.mouse.move(2, 2);
    await lesson.cell('Kernel', [1, 1]).focus();
    await lesson.press('Tab', 'Tab', 'Tab');
    await lesson.expectMarked('Kernel', 'lit', ['2,2']);
    await term.click();
    await expect(term).toHaveAttribute('aria-pressed', 'false');
  });

  test('inside the window each input cell shows the weight that it meets', async ({ page, lesson }) => {
    await lesson.open(STEP);
    const corners = page.locator('.window .corner');
    await expect(corners).toHaveText(['×1', '×0', '×1', '×0', '×1', '×0', '×1', '×0', '×1']);
    await expect(page.locator('[aria-hidden=true] .corner')).toHaveCount(9);
    await expect(lesson.cell('Input', [2, 2])).toHaveAccessibleName('1');
    await expectWindow(lesson, [2, 2]);
  });
});

test.describe('an output cell', () => {
  test('shows its window and its sum while it is pointed at', async ({ page, lesson }) => {
    await lesson.open('?scene=six-by-six&step=16');
    await lesson.cell('Feature map', [2, 3]).hover();
    await expectWindow(lesson, [2, 3]);
    await expect(lesson.equation()).toHaveText('0×1 + 0×0 + 1×1 + 1×0 + 1×1 + 0×0 + 0×1 + 0×0 + 1×1 = 3');
    await page.mouse.move(2, 2);
    await expectWindow(lesson, [4, 4]);
    await expect(lesson.equation()).toHaveText(/ = 1$/);
    await lesson.cell('Feature map', [1, 1]).focus();
    await expectWindow(lesson, [1, 1]);
    await lesson.press('ArrowDown');
    await expectWindow(lesson, [2, 1]);
    await lesson.expectStep(16, 16);
  });

  test('that is not computed yet shows where its window will be, and no value', async ({ page, lesson }) => {
    await lesson.open(STEP);
    await lesson.cell('Feature map', [4, 4]).hover();
    await expect(page.locator('.window.ghost')).toBeVisible();
    await expect(lesson.equation()).toHaveText('1×1 + 0×0 + 0×1 + 0×0 + 1×1 + 1×0 + 0×1 + 0×0 + 0×1 = 2');
    await expectWindow(lesson, [2, 2]);
  });

  test('is pinned by a click: its sum stays until it is clicked again', async ({ page, lesson }) => {
    await lesson.open('?scene=six-by-six&step=16');
    const cell = lesson.cell('Feature map', [1, 4]);
    const pinned = '0×1 + 0×0 + 1×1 + 0×0 + 1×1 + 0×0 + 1×1 + 0×0 + 0×1 = 3';
    await cell.click();
    await expect(page.getByText('Pinned: row 1, column 4')).toBeVisible();
    await page.mouse.move(2, 2);
    await lesson.cell('Kernel', [1, 1]).focus();
    await lesson.expectMarked('Feature map', 'pinned', ['1,4']);
    await expect(lesson.equation()).toHaveText(pinned);
    await expectWindow(lesson, [1, 4]);
    await cell.click();
    await expect(page.getByText(/^Pinned/)).toHaveCount(0);
    await page.mouse.move(2, 2);
    await lesson.cell('Kernel', [1, 1]).focus();
    await expect(lesson.equation()).toHaveText(/ = 1$/);
  });

  test('is pinned by Enter, and unpinned by the button or by stepping on', async ({ page, lesson }) => {
    await lesson.open('?scene=six-by-six&step=9');
    await lesson.cell('Feature map', [1, 2]).focus();
    await lesson.press('Enter');
    await lesson.expectMarked('Feature map', 'pinned', ['1,2']);
    await lesson.button('Unpin').click();
    await lesson.expectMarked('Feature map', 'pinned', []);
    await lesson.cell('Feature map', [1, 3]).focus();
    await lesson.press('Enter');
    await expect(page.getByText('Pinned: row 1, column 3')).toBeVisible();
    await lesson.press('PageDown');
    await lesson.expectStep(10, 16);
    await lesson.expectMarked('Feature map', 'pinned', []);
  });
});

test.describe('an input cell marks exactly the outputs that it feeds', () => {
  for (const { name, query, stride, padding } of [
    { name: 'with stride 1', query: '?scene=your-own&step=9', stride: 1, padding: 0 },
    {
      name: 'with stride 2 and padding 1',
      query: '?scene=your-own&step=9&stride=2&padding=1',
      stride: 2,
      padding: 1
    }
  ]) {
    test(name, async ({ page, lesson }) => {
      await lesson.open(query);
      const size = 5 + 2 * padding;
      // Walk with a marked cell: a place whose window holds the mark is fed by it.
      for (let row = 1; row <= size; row++) {
        for (let column = 1; column <= size; column++) {
          const marked = Array.from({ length: size }, (_, down) =>
            Array.from({ length: size }, (_, across) =>
              down + 1 === row && across + 1 === column ? '1' : '0'
            ).join(' ')
          );
          const fed = places(matrix(marked.join('\n')), OWN.kernel, { stride })
            .filter(({ pairs }) => pairs.some(({ value }) => value.n === 1n))
            .map((place) => key(place.row, place.column));
          await lesson.cell('Input', [row, column]).hover();
          await lesson.expectMarked('Feature map', 'fed', fed);
          await expect(page.locator('.note .fed')).toHaveText(
            fed.length === 1 ? 'This cell feeds 1 output' : `This cell feeds ${fed.length} outputs`
          );
        }
      }
      await page.mouse.move(2, 2);
      await lesson.expectMarked('Feature map', 'fed', []);
    });
  }

  test('by keyboard as well', async ({ lesson }) => {
    await lesson.open('?scene=six-by-six&step=3');
    await lesson.cell('Input', [1, 1]).focus();
    await lesson.expectMarked('Feature map', 'fed', ['1,1']);
    await lesson.press('ArrowRight', 'ArrowDown');
    await lesson.expectMarked('Feature map', 'fed', ['1,1', '1,2', '2,1', '2,2']);
  });
});
