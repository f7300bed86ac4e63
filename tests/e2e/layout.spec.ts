import type { Page } from '@playwright/test';
import { LOCAL_HANGUL } from '../../scripts/fonts/fallback.mjs';
import { expect, test } from './lesson';
import { file, KEY } from './progress-files';

/**
 * Counts every layout shift from the first moment on, also those that follow an input, and tells them when they
 * add up to more than 0.00: a label that grows by a pixel when its font arrives is not what a reader calls moving.
 */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    let total = 0;
    const note = (list: { getEntries(): PerformanceEntry[] }) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null }[];
      })[]) {
        const nodes = entry.sources.map(({ node }) =>
          node instanceof Element ? node.className || node.tagName : ''
        );
        total += entry.value;
        shifts.push(`${entry.value.toFixed(4)} by ${nodes.join(', ')}`);
      }
    };
    const observer = new PerformanceObserver(note);
    observer.observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, {
      shiftsSoFar: () => {
        note({ getEntries: () => observer.takeRecords() });
        return total < 0.005 ? [] : shifts;
      }
    });
  });
  return async () => {
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    );
    return page.evaluate(() => (Reflect.get(window, 'shiftsSoFar') as () => string[])());
  };
}

/** Whether a page can use one of these fonts of the machine. */
function hasFont(page: Page, names: readonly string[]): Promise<boolean> {
  const source = names.map((name) => `local('${name}')`).join(', ');
  return page.evaluate(
    (fonts) =>
      new FontFace('Measured', fonts).load().then(
        () => true,
        () => false
      ),
    source
  );
}

/** What stands in for Pretendard's Hangul has its widths only where it is one of the fonts that were measured. */
async function skipWithoutHangul(page: Page): Promise<void> {
  const isMeasured = await hasFont(
    page,
    LOCAL_HANGUL.flatMap(({ regular }) => regular)
  );
  test.skip(!isMeasured, 'no font with Hangul on this machine is one that was measured');
}

const LENGTHS = { 'six-by-six': 16, 'four-by-four': 36, 'your-own': 9, flipped: 25 } as const;

for (const [device, viewport] of [
  ['a desktop', { width: 1440, height: 810 }],
  ['a phone', { width: 390, height: 844 }]
] as const) {
  test.describe(`on ${device} nothing moves`, () => {
    test.use({ viewport });

    test('while a page loads', async ({ page }) => {
      await skipWithoutHangul(page);
      const shifts = await watchShifts(page);
      for (const path of [
        '/ko/',
        '/en/',
        '/ko/lessons/convolution/',
        '/en/lessons/convolution/',
        '/ko/lessons/convolution/?scene=flipped&step=8',
        '/en/lessons/convolution/?scene=your-own&step=3&padding=1'
      ]) {
        await page.goto(path, { waitUntil: 'networkidle' });
        expect(await shifts(), path).toEqual([]);
      }
    });

    test('when the fonts arrive after everything else', async ({ page }) => {
      const isMeasured = await hasFont(page, ['Arial', 'Liberation Sans']);
      test.skip(!isMeasured, 'no font on this machine is as wide as Arial');
      await skipWithoutHangul(page);
      const shifts = await watchShifts(page);
      for (const path of [
        '/ko/',
        '/en/',
        '/en/lessons/convolution/?scene=six-by-six&step=8',
        '/ko/lessons/convolution/?scene=flipped&step=8',
        '/ko/lessons/bias/?scene=one-per-filter&step=3'
      ]) {
        let letGo = () => {};
        const held = new Promise<void>((resolve) => (letGo = resolve));
        await page.route('**/*.woff2', async (route) => {
          await held;
          await route.continue();
        });
        await page.goto(path, { waitUntil: 'domcontentloaded' });
        if (path.includes('step=')) await expect(page.locator('.term').first()).toBeVisible();
        expect(await page.evaluate(() => document.fonts.check('16px Pretendard'))).toBe(false);
        letGo();
        await expect.poll(() => page.evaluate(() => document.fonts.check('16px Pretendard'))).toBe(true);
        expect(await shifts(), path).toEqual([]);
        await page.unroute('**/*.woff2');
      }
    });

    test('when progress appears on the course map', async ({ page }) => {
      await skipWithoutHangul(page);
      const shifts = await watchShifts(page);
      await page.addInitScript(
        ([key, text]) => {
          localStorage.setItem(key, text);
          localStorage.setItem(`${key}-set-aside-1`, 'broken');
        },
        [
          KEY,
          file(
            { 'six-by-six': { step: 16, length: 16 } },
            { last: { lesson: 'convolution', query: '?scene=six-by-six&step=16', at: 1 } }
          )
        ] as const
      );
      for (const [path, link] of [
        ['/ko/', /이어서 하기/],
        ['/en/', /Continue/]
      ] as const) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await expect(page.getByRole('link', { name: link })).toBeVisible();
        expect(await shifts(), path).toEqual([]);
      }
    });

    test('of the stage while its steps go by', async ({ page, lesson }) => {
      const boxes = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('.area, [role=grid], .box')].map((part) => {
            const { x, y, width, height } = part.getBoundingClientRect();
            return [part.getAttribute('aria-label') ?? part.className, x, y, width, height];
          })
        );
      for (const [scene, length] of Object.entries(LENGTHS)) {
        await lesson.open(`?scene=${scene}&step=0`);
        const before = await boxes();
        for (const step of [1, 2, Math.floor(length / 2), length - 1, length]) {
          await lesson.slider.fill(`${step}`);
          await lesson.expectStep(step, length);
          expect(await boxes(), `${scene} ${step}`).toEqual(before);
        }
      }
    });
  });
}

/** What is wrong with how a page lies in its window. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element) =>
      element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide in ${clientWidth}`);
    const area = document.querySelector('.area');
    // A picture of very many cells scrolls inside its own area.
    const scrolls = area !== null && area.scrollWidth > area.clientWidth;
    const grids = [...document.querySelectorAll('[role=grid]')];
    for (const element of document.querySelectorAll(
      'button, a.button, nav a, select, .bar > *, [role=grid]'
    )) {
      if (!element.checkVisibility() || element.closest('.visually-hidden, .scrolls, .box')) continue;
      if (scrolls && grids.includes(element)) continue;
      const { left, right } = element.getBoundingClientRect();
      if (left < -1 || right > clientWidth + 1) found.push(`${name(element)} leaves the window`);
    }
    for (const button of document.querySelectorAll<HTMLElement>('button, a.button, nav a')) {
      if (!button.checkVisibility()) continue;
      if (button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 1) {
        found.push(`${name(button)} does not show all of its text`);
      }
    }
    for (const [index, one] of grids.entries()) {
      for (const other of grids.slice(index + 1)) {
        const [first, second] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        const across = Math.min(first.right, second.right) - Math.max(first.left, second.left);
        const down = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
        if (across > 1 && down > 1) found.push(`${name(one)} lies on ${name(other)}`);
      }
    }
    return found;
  });
}

/** What of the stage and the bar cannot be seen without scrolling. */
function outOfSight(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const area = document.querySelector('.area')?.getBoundingClientRect();
    const parts = [...document.querySelectorAll('[role=grid], .box, .bar')];
    return parts
      .filter((part) => {
        const { top, bottom, left, right } = part.getBoundingClientRect();
        const box = part.matches('[role=grid]') && area ? area : new DOMRect(0, 0, innerWidth, innerHeight);
        return top < box.top - 1 || left < box.left - 1 || bottom > box.bottom + 1 || right > box.right + 1;
      })
      .map((part) => part.getAttribute('aria-label') ?? part.className);
  });
}

const EIGHT = Array.from({ length: 8 }, () => '12,-3,1/3,4,5,6,7,8').join(';');

for (const [width, height, language] of [
  [390, 844, 'en'],
  [390, 844, 'ko'],
  [844, 390, 'ko'],
  [720, 405, 'en'],
  [768, 1024, 'ko'],
  [1280, 640, 'en'],
  [1440, 810, 'ko'],
  [1440, 810, 'en'],
  [1920, 1080, 'ko']
] as const) {
  test.describe(`at ${width}×${height} (${language})`, () => {
    test.use({ viewport: { width, height }, language });

    test('nothing leaves the window, is cut off or covered', async ({ page, lesson }) => {
      await page.goto(`/${language}/`);
      expect(await faults(page), 'home').toEqual([]);
      for (const [scene, length] of Object.entries(LENGTHS)) {
        await lesson.open(`?scene=${scene}&step=${Math.floor(length / 2)}`);
        expect(await faults(page), scene).toEqual([]);
        // Where the screen is low, a larger picture scrolls in its area.
        if (height >= 720) expect(await outOfSight(page), scene).toEqual([]);
      }
      for (const query of [
        `&input=${EIGHT}`,
        `&input=${EIGHT}&padding=2`,
        `&input=${EIGHT}&kernel=${EIGHT}`
      ]) {
        await lesson.open(`?scene=your-own&step=1${query}`);
        expect(await faults(page), query).toEqual([]);
      }
    });
  });
}
