import { equationOf, places, sumOf, write } from '../data/arithmetic';
import { expect, test } from './lesson';
import { FOUR } from './scenes';

const line = (lesson: { page: import('@playwright/test').Page }) =>
  lesson.page.getByRole('region', { name: 'Code view' }).locator('[aria-current=step]');

test('the sum grows product by product, beside the loop that makes it', async ({ page, lesson }) => {
  const window = places(FOUR.input, FOUR.kernel);
  await lesson.open('?scene=four-by-four&step=0');
  await expect(line(lesson)).toHaveText('output = np.zeros((2, 2))');
  const loop = page.getByRole('region', { name: 'Code view' }).locator('dl');
  await expect(loop).toHaveText(/^\s*i\s*–\s*j\s*–\s*k1\s*–\s*k2\s*–\s*$/);

  // Asked before the second cell; skipped by stepping on.
  for (const [cell, place] of window.entries()) {
    for (let done = 1; done <= 9; done++) {
      await lesson.press('ArrowRight');
      await lesson.expectShown(`${cell * 9 + done} / 36`, [equationOf(place, done)]);
      const shown = await page.evaluate(() => ({
        variables: [...document.querySelectorAll('.panel dl > div')].map((pair) =>
          [...pair.children].map((part) => part.textContent).join('=')
        ),
        line: document.querySelector('.panel [aria-current=step]')?.textContent?.trim(),
        products: [...document.querySelectorAll('[role=grid][aria-label^=Products] [role=gridcell]')].filter(
          ({ textContent }) => textContent !== ''
        ).length,
        map: [...document.querySelectorAll('[role=grid][aria-label^=Feature] [role=gridcell]')].map(
          ({ textContent }) => textContent
        )
      }));
      expect(shown.variables).toEqual([
        `i=${place.row - 1}`,
        `j=${place.column - 1}`,
        `k1=${Math.floor((done - 1) / 3)}`,
        `k2=${(done - 1) % 3}`
      ]);
      expect(shown.line).toBe('output[i, j] += input[i + k1, j + k2] * kernel[k1, k2]');
      expect(shown.products).toBe(done);
      const sums = window.map((one, index) => {
        // The cell that a question is open for says so.
        if (index > cell) return cell === 0 && done === 9 && index === 1 ? '?' : '';
        return write(sumOf({ pairs: one.pairs.slice(0, index < cell ? 9 : done) }));
      });
      expect(shown.map).toEqual(sums);
    }
  }
  await lesson.expectValues('Feature map', [
    ['12', '18'],
    ['17', '15']
  ]);
});

test('one cell at a time, the same scene has four steps', async ({ lesson }) => {
  await lesson.open('?scene=four-by-four&step=18');
  await lesson.press('1');
  await lesson.expectStep(2, 4);
  await expect(lesson.page).toHaveURL(/scene=four-by-four&step=2&grain=cell$/);
  await expect(lesson.equation()).toHaveText(/ = 18$/);
  await lesson.press('ArrowRight', 'ArrowRight');
  await lesson.expectValues('Feature map', [
    ['12', '18'],
    ['17', '15']
  ]);
});

test('the code view can be closed and opened', async ({ page, lesson }) => {
  await lesson.open('?scene=four-by-four&step=1');
  const view = page.getByRole('region', { name: 'Code view' });
  const button = lesson.button('Code');
  await expect(view).toBeVisible();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.click();
  await expect(view).toHaveCount(0);
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await button.click();
  await expect(line(lesson)).toContainText('output[i, j] +=');
});
