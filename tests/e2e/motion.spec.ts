import type { Page } from '@playwright/test';
import { recordFrames } from './frames';
import { expect, test } from './lesson';

/** Keeps the column where the window was drawn, frame by frame, while something happens. */
async function recordWindow(page: Page): Promise<() => Promise<number[]>> {
  const seen = await recordFrames(page, () => {
    const window = document.querySelector<HTMLElement>('.window:not(.ghost)');
    const [, percent] = /translate\(([^%]+)%/.exec(window?.style.transform ?? '') ?? [];
    // It is three cells wide, and a third of it is no whole number of per cent.
    return percent ? Number(((Number(percent) / 100) * 3).toFixed(4)) : null;
  });
  return async () => [...new Set(await seen())];
}

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('the window slides from place to place, and arrives', async ({ page, lesson }) => {
    await lesson.open('?scene=six-by-six&step=1');
    const seen = await recordWindow(page);
    await lesson.press('ArrowRight');
    await lesson.expectStep(2, 16);
    await expect.poll(seen).toContain(1);
    const columns = await seen();
    expect(columns.filter((column) => column > 0 && column < 1).length).toBeGreaterThan(2);
    expect(columns).toEqual([...columns].sort((left, right) => left - right));
    await expect(page.locator('.cell.coming, .flights span')).toHaveCount(0);
  });

  test('nothing tells the result while its cause is on the way: not the map, not the sum, not the words', async ({
    page,
    lesson
  }) => {
    await lesson.open('?scene=six-by-six&step=1');
    await lesson.choose('Speed', '0.25');
    const words = page.getByRole('group', { name: 'This step' });
    const result = page.locator('.result .total');
    await expect(words).toContainText('Step 1');
    await lesson.press('ArrowRight');
    // The cell is empty, the total has its room and is not seen, and the words are those of the step before.
    await expect(lesson.cell('Feature map', [1, 2])).toHaveAccessibleName('empty');
    await expect(result).toBeHidden();
    await expect(lesson.equation()).toHaveCount(0);
    await expect(words).toContainText('Step 1');
    // Forward finishes what is moving.
    await lesson.choose('Speed', '4');
    await lesson.press('ArrowRight', 'ArrowLeft');
    await lesson.expectStep(2, 16);
    await expect(lesson.cell('Feature map', [1, 2])).toHaveAccessibleName('1');
    await expect(result).toHaveText('1');
    await expect(words).toContainText('Step 2');
  });

  test('pressing faster than the motion leaves nothing behind', async ({ page, lesson }) => {
    await lesson.open();
    await lesson.press(...Array.from({ length: 6 }, () => 'ArrowRight'));
    await lesson.press('ArrowLeft', 'ArrowRight');
    await lesson.expectStep(6, 16);
    await expect(page.locator('.cell.coming, .flights span')).toHaveCount(0);
    await expect(lesson.equation()).toHaveText('1×1 + 0×0 + 0×1 + 0×0 + 1×1 + 1×0 + 0×1 + 0×0 + 0×1 = 2');
    await lesson.expectValues('Feature map', [
      ['3', '1', '1', '3'],
      ['1', '2', 'empty', 'empty'],
      ['empty', 'empty', 'empty', 'empty'],
      ['empty', 'empty', 'empty', 'empty']
    ]);
  });

  test('playing goes on to the end of the scene, and the map is finished', async ({ lesson }) => {
    await lesson.open('?scene=six-by-six&step=12');
    await lesson.choose('Speed', '4');
    await lesson.button('Play').click();
    await lesson.expectStep(16, 16);
    await expect(lesson.button('Play')).toBeVisible();
    await lesson.expectValues('Feature map', [
      ['3', '1', '1', '3'],
      ['1', '2', '3', '0'],
      ['1', '2', '2', '2'],
      ['3', '0', '3', '1']
    ]);
  });
});

test('under reduced motion a step is there at once, with the same information', async ({ page, lesson }) => {
  await lesson.open('?scene=six-by-six&step=1');
  const seen = await recordWindow(page);
  await lesson.press('ArrowRight');
  await lesson.expectStep(2, 16);
  await expect.poll(seen).toEqual([0, 1]);
  await expect(lesson.equation()).toHaveText(/ = 1$/);
  await expect(page.locator('.window .corner')).toHaveCount(9);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('the lesson is stepped, scrubbed, pinned and edited', async ({ page, lesson }) => {
    await lesson.open();
    await lesson.button('Forward').tap();
    await lesson.expectStep(1, 16);
    await lesson.button('Last step').tap();
    await lesson.expectStep(16, 16);
    await lesson.cell('Feature map', [1, 2]).tap();
    await lesson.expectMarked('Feature map', 'pinned', ['1,2']);
    await expect(lesson.equation()).toHaveText(/ = 1$/);
    await lesson.cell('Feature map', [1, 2]).tap();
    await lesson.expectMarked('Feature map', 'pinned', []);
    await lesson.terms().nth(4).tap();
    await lesson.expectMarked('Kernel', 'lit', ['2,2']);

    const track = await lesson.slider.boundingBox();
    if (!track) throw new Error('there is no scrubber');
    await page.touchscreen.tap(track.x + track.width / 2, track.y + track.height / 2);
    await expect(lesson.slider).toHaveAttribute('aria-valuetext', /^[89] \/ 16$/);

    await page.getByRole('link', { name: /^3 / }).tap();
    await lesson.expectStep(0, 9);
    await lesson.cell('Input', [1, 1]).tap();
    const editor = lesson.cell('Input', [1, 1]).getByRole('textbox');
    await expect(editor).toBeFocused();
    await editor.fill('1/3');
    await editor.press('Enter');
    await expect(lesson.cell('Input', [1, 1])).toHaveAccessibleName('1/3');
  });
});
