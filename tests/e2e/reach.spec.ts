import { findings } from './accessibility';
import { expect, test } from './lesson';

test('a scene with one step leaves the buttons of the bar to the mouse', async ({ lesson }) => {
  for (const [query, length] of [
    ['&input=1,2&kernel=1,2', 1],
    ['&input=1,2,3&kernel=1,2', 2]
  ] as const) {
    await lesson.open(`?scene=your-own&step=0${query}`);
    await lesson.button('Forward').click({ timeout: 2000 });
    await lesson.expectStep(1, length);
    await lesson.button('First step').click({ timeout: 2000 });
    await lesson.expectStep(0, length);
  }
});

test('a step very far past the end shows the last step', async ({ lesson }) => {
  await lesson.open('?scene=six-by-six&step=99999999');
  await lesson.expectStep(16, 16);
  await expect(lesson.notice).toHaveText(/ends at step 16/);
});

test('axe finds nothing when the summary is open', async ({ page, lesson }) => {
  await lesson.open();
  await page.locator('summary').click();
  expect(await findings(page)).toEqual([]);
});

/** Whether something else lies over the middle of an element, or it is outside the window. */
function isCovered(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  return top === null || !(element.contains(top) || top.contains(element));
}

for (const [name, size] of [
  ['on a phone', { width: 390, height: 844 }],
  ['on a phone on its side', { width: 844, height: 390 }],
  ['on a laptop with everything at twice its size', { width: 720, height: 405 }]
] as const) {
  test.describe(name, () => {
    test('the question and what became of the answer are seen above the bar', async ({ page, lesson }) => {
      await page.setViewportSize(size);
      await lesson.open('?scene=six-by-six&step=6');
      await lesson.choose('Speed', '4');
      await lesson.button('Forward').click();
      await expect(lesson.question).toBeVisible();
      for (const seen of [lesson.question, lesson.button('Check'), lesson.button('Skip')]) {
        expect(await seen.evaluate(isCovered)).toBe(false);
      }
      await lesson.question.fill('5');
      await lesson.button('Check').click();
      await expect(page.locator('form')).toContainText('Not yet');
      for (const seen of [lesson.question, lesson.button('Check'), lesson.button('Skip')]) {
        expect(await seen.evaluate(isCovered)).toBe(false);
      }
      await lesson.button('Check').click();
      const watch = page.locator('.outcome').getByRole('button');
      await expect(watch).toBeVisible();
      expect(await watch.evaluate(isCovered)).toBe(false);
    });
  });
}

test('with everything at twice its size, what has the focus is not under the stage', async ({
  page,
  lesson
}) => {
  await page.setViewportSize({ width: 720, height: 405 });
  await lesson.open('?scene=your-own&step=3');
  const hidden: string[] = [];
  for (let presses = 0; presses < 30; presses++) {
    await lesson.press('Tab');
    // The whole text is higher than the screen.
    const focused = page.locator(':focus:not(.prose)');
    if ((await focused.count()) > 0 && (await focused.evaluate(isCovered))) {
      hidden.push(await focused.evaluate((element) => element.ariaLabel ?? element.textContent ?? ''));
    }
  }
  expect(hidden).toEqual([]);
});

for (const size of [
  { width: 844, height: 390 },
  { width: 720, height: 405 },
  { width: 720, height: 360 }
]) {
  test(`a step is seen whole on a low and narrow screen (${size.width}×${size.height})`, async ({
    page,
    lesson
  }) => {
    await page.setViewportSize(size);
    for (const query of [
      '?scene=six-by-six&step=14',
      '?scene=four-by-four&step=20',
      '?scene=your-own&step=8'
    ]) {
      await lesson.open(query);
      for (const part of [
        lesson.grid('Input'),
        lesson.grid('Feature map'),
        lesson.equationGroup(),
        page.locator('.track')
      ]) {
        await expect(part, query).toBeInViewport({ ratio: 0.99 });
      }
    }
    // What is said about a cell stands above the equation, not behind it.
    await lesson.cell('Input', [3, 3]).click();
    const said = await page.locator('.stage-block .fed').last().boundingBox();
    const box = await lesson.equationGroup().boundingBox();
    expect((said?.y ?? Infinity) + (said?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
    // The text is below the stage, and nothing lies over it.
    await page.getByRole('heading', { level: 2 }).scrollIntoViewIfNeeded();
    await expect(page.getByRole('heading', { level: 2 })).toBeInViewport({ ratio: 1 });
  });
}

for (const size of [
  { width: 390, height: 844 },
  { width: 844, height: 390 }
]) {
  test(`of a picture larger than its area the output cell of the step is scrolled into sight (${size.width}×${size.height})`, async ({
    page,
    lesson
  }) => {
    await page.setViewportSize(size);
    const rows = Array.from({ length: 8 }, () => Array.from({ length: 8 }, () => 1).join(',')).join(';');
    await lesson.open(`?scene=your-own&step=1&input=${rows}&kernel=1&padding=2`);
    const [first, last] = [lesson.cell('Feature map', [1, 1]), lesson.cell('Feature map', [12, 12])];
    await expect(first).toBeInViewport({ ratio: 1 });
    await expect(last).not.toBeInViewport();
    await lesson.button('Last step').click();
    await expect(last).toBeInViewport({ ratio: 1 });
    await lesson.button('First step').click();
    await lesson.button('Forward').click();
    await expect(first).toBeInViewport({ ratio: 1 });
  });
}

test('nothing shifts while the lesson plays', async ({ page, lesson }) => {
  await lesson.open('?scene=six-by-six&step=8');
  await lesson.choose('Speed', '4');
  await page.evaluate(async () => {
    // What its own font does to the page when it arrives is for the tests of the layout.
    await document.fonts.ready;
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null }[];
      })[]) {
        shifts.push(
          `${entry.value} by ${entry.sources.map(({ node }) => (node as Element | null)?.className ?? '').join(', ')}`
        );
      }
    }).observe({ type: 'layout-shift' });
  });
  await lesson.button('Play').click();
  await lesson.expectStep(16, 16);
  expect(await page.evaluate(() => Reflect.get(window, 'shifts') as string[])).toEqual([]);
});

test('the shape bar separates its numbers by comma and space', async ({ page, lesson }) => {
  await lesson.open();
  await expect(page.getByRole('group', { name: 'Shapes' })).toHaveText(/→ \(1, 1, 4, 4\)/);
});

test('the same bad value twice is said twice', async ({ page, lesson }) => {
  await lesson.open('?scene=your-own&step=0');
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const region = document.querySelector('[role=status]') as Element;
    new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
      childList: true,
      characterData: true,
      subtree: true
    });
  });
  await lesson.type('Input', [1, 1], 'abc');
  await expect(lesson.notice).toBeVisible();
  await lesson.type('Input', [1, 1], 'abc');
  await expect
    .poll(() => page.evaluate(() => (Reflect.get(window, 'heard') as string[]).filter(Boolean).length))
    .toBe(2);
});
