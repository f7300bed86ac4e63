import { mapOf, turned, write } from '../data/arithmetic';
import { recordFrames } from './frames';
import { expect, test, type Language } from './lesson';
import { FLIPPED } from './scenes';

const AS_IT_IS = [
  ['15', '16', '17', '6', '15'],
  ['6', '15', '16', '17', '6'],
  ['17', '6', '15', '16', '17'],
  ['16', '17', '6', '15', '16'],
  ['15', '16', '17', '6', '15']
];

for (const language of ['en', 'ko'] satisfies Language[]) {
  test.describe(language, () => {
    test.use({ language });

    test('the two maps and their sums stand side by side', async ({ page, lesson }) => {
      const { words } = lesson;
      await lesson.open('?scene=flipped&step=25');
      const other = mapOf(FLIPPED.input, turned(FLIPPED.kernel));
      await lesson.expectValues(words.mapAsItIs, AS_IT_IS);
      await lesson.expectValues(words.mapTurned, other);
      await lesson.expectValues(
        words.input,
        FLIPPED.input.map((row) => row.map(write))
      );
      await lesson.expectValues(
        words.kernel,
        FLIPPED.kernel.map((row) => row.map(write))
      );
      await expect(page.getByRole('grid', { name: `${words.mapAsItIs} 5×5`, exact: true })).toBeVisible();
      await expect(page.getByRole('grid', { name: `${words.mapTurned} 5×5`, exact: true })).toBeVisible();
      await expect(lesson.equation(words.equationAsItIs)).toHaveText(/ = 15$/);
      await expect(lesson.equation(words.equationTurned)).toHaveText(new RegExp(` = ${other[4]?.[4]}$`));
    });
  });
}

test('the first step is 15 with the kernel as it is, 11 with the turned one', async ({ lesson }) => {
  await lesson.open('?scene=flipped&step=1');
  await expect(lesson.equation('Equation (cross-correlation)')).toHaveText(
    '1×2 + 2×0 + 3×1 + 0×0 + 1×1 + 2×2 + 3×1 + 0×0 + 1×2 = 15'
  );
  await expect(lesson.equation('Equation (convolution)')).toHaveText(
    '1×2 + 2×0 + 3×1 + 0×2 + 1×1 + 2×0 + 3×1 + 0×0 + 1×2 = 11'
  );
  await lesson.expectValues(
    'Kernel (turned)',
    turned(FLIPPED.kernel).map((row) => row.map(write))
  );
});

test('the page says which of the two a framework calls convolution', async ({ page, lesson }) => {
  await lesson.open('?scene=flipped&step=1');
  await expect(page.getByRole('complementary', { name: 'Explanation' })).toContainText(
    'What PyTorch and Keras call convolution is cross-correlation'
  );
});

test('a symmetric kernel is not enough; one that equals its own half turn is', async ({ page, lesson }) => {
  const verdict = page.locator('.stage-extra p');
  await lesson.open('?scene=flipped&step=25');
  await expect(verdict).toHaveText(/The two maps differ in 25 cells\..*\bnot (equal )?its own half turn/);

  await lesson.button('Kernel [[1,2,3],[4,5,4],[3,2,1]]').click();
  await expect(verdict).toHaveText(
    /The two maps agree in every cell\..*\b(is|equals) its own half turn.*every input/
  );
  const kernel = FLIPPED.kernel.map(
    (_, row) =>
      [
        [1, 2, 3],
        [4, 5, 4],
        [3, 2, 1]
      ][row]?.map((value) => ({ n: BigInt(value), d: 1n })) ?? []
  );
  // The input that comes with it is a single 1, on which convolution shows the kernel itself.
  await lesson.expectValues(
    'Feature map (cross-correlation)',
    turned(kernel).map((row) => row.map(write))
  );
  await lesson.expectValues(
    'Feature map (convolution)',
    kernel.map((row) => row.map(write))
  );

  await lesson.button('Kernel [[1,2],[2,5]]').click();
  await lesson.expectValues('Kernel (turned)', [
    ['5', '2'],
    ['2', '1']
  ]);
  await expect(verdict).toHaveText(/The two maps differ in 2 cells\..*\bnot (equal )?its own half turn/);
});

test('maps that agree by chance are not taken for more', async ({ page, lesson }) => {
  const verdict = page.locator('.stage-extra p');
  await lesson.open('?scene=flipped&step=3&kernel=1,2;2,5');
  await expect(verdict).toHaveText(/The two maps agree in every cell\..*\bchance/);
  await lesson.type('Input', [4, 4], '9');
  await expect(verdict).toHaveText(/The two maps differ in \d cells\..*\bnot (equal )?its own half turn/);
});

test('how the maps end is not told before the first step', async ({ page, lesson }) => {
  await lesson.open('?scene=flipped&step=0');
  await expect(page.locator('.stage-extra p')).not.toHaveText(/The two maps/);
});

test('pointing at one side shows that side’s weights', async ({ page, lesson }) => {
  await lesson.open('?scene=flipped&step=1');
  const corners = page.locator('.window .corner');
  const weights = (kernel: typeof FLIPPED.kernel) => kernel.flat().map((weight) => `×${write(weight)}`);
  await expect(corners).toHaveText(weights(FLIPPED.kernel));
  await lesson.terms('Equation (convolution)').nth(3).hover();
  await expect(corners).toHaveText(weights(turned(FLIPPED.kernel)));
  await lesson.expectMarked('Kernel (turned)', 'lit', ['2,1']);
  await lesson.cell('Kernel', [1, 1]).hover();
  await expect(corners).toHaveText(weights(FLIPPED.kernel));
  await page.mouse.move(2, 2);
});

test('the turned kernel cannot be edited, it follows the kernel', async ({ page, lesson }) => {
  await lesson.open('?scene=flipped&step=1');
  await lesson.cell('Kernel (turned)', [1, 1]).click();
  await lesson.press('F2', '7');
  await expect(page.getByRole('grid').getByRole('textbox')).toHaveCount(0);
  await lesson.type('Kernel', [1, 1], '1/2');
  await expect(lesson.cell('Kernel (turned)', [3, 3])).toHaveAccessibleName('1/2');
  await expect(lesson.equation('Equation (convolution)')).toHaveText(/ \+ 1×\(1\/2\) = 19\/2$/);
});

test('before the first step the kernel is not turned yet', async ({ lesson }) => {
  const own = FLIPPED.kernel.map((row) => row.map(write));
  await lesson.open('?scene=flipped&step=0');
  await lesson.expectValues('Kernel (to turn)', own);
  await lesson.press('ArrowRight');
  await lesson.expectValues(
    'Kernel (turned)',
    turned(FLIPPED.kernel).map((row) => row.map(write))
  );
  await lesson.press('ArrowLeft');
  await lesson.expectValues('Kernel (to turn)', own);
});

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('the kernel makes its half turn before the window is laid down, its numbers upright', async ({
    page,
    lesson
  }) => {
    await lesson.open('?scene=flipped&step=0');
    await lesson.choose('Speed', '0.25');
    const seen = await recordFrames(page, () => {
      const grid = document.querySelector('[role=grid][aria-label^="Kernel (turned)"]');
      const cell = grid?.querySelector('[role=gridcell]');
      if (!grid || !cell) return null;
      const [angle, back] = [grid, cell].map((element) => parseFloat(getComputedStyle(element).rotate) || 0);
      return { angle, back, isWindowThere: document.querySelector('.window:not(.ghost, .ahead)') !== null };
    });
    await lesson.press('ArrowRight');
    await expect(page.locator('.window:not(.ghost, .ahead)')).toHaveCount(1);
    const moments = await seen();
    const angles = moments.map(({ angle = NaN }) => angle);
    expect(angles[0]).toBeGreaterThan(150);
    expect(angles.at(-1)).toBe(0);
    expect(angles).toEqual([...angles].sort((left, right) => right - left));
    expect(angles.filter((angle) => angle > 5 && angle < 175).length).toBeGreaterThan(3);
    for (const { angle = NaN, back = NaN, isWindowThere } of moments) {
      expect(angle + back).toBeCloseTo(0, 3);
      if (isWindowThere) expect(angle).toBe(0);
    }
    // Nothing of how the maps compare is told before the first sums are there.
    await expect(page.locator('.result .total').first()).toBeHidden();
    await lesson.choose('Speed', '4');
    await lesson.press('ArrowRight', 'ArrowLeft');
    await lesson.expectStep(1, 25);
    await expect(lesson.grid('Kernel (turned)')).toHaveCSS('rotate', 'none');
  });
});
