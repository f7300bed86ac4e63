import type { Page } from '@playwright/test';
import { LESSONS } from '../data/lessons';
import { expect, Lesson, openAwake, test, WORDS } from './lesson';

const LESSON_PAGES = LESSONS.flatMap(({ slug }) => [`/ko/lessons/${slug}/`, `/en/lessons/${slug}/`]);
/** All pages but those of the lessons. */
const PAGES = ['/', '/ko/', '/en/', '/ko/glossary/', '/en/glossary/', '/404'];

test.describe('the bare address', () => {
  for (const [locale, path] of [
    ['ko-KR', '/ko/'],
    ['en-US', '/en/'],
    ['en-GB', '/en/']
  ] as const) {
    test.describe(locale, () => {
      test.use({ locale });
      test('takes a reader to the language of the browser', async ({ page }) => {
        await page.goto('/');
        await expect(page).toHaveURL(new RegExp(`${path}$`));
        await expect(page.locator('html')).toHaveAttribute('lang', path.slice(1, 3));
      });
    });
  }

  test.describe('with neither language', () => {
    test.use({ locale: 'fr-FR' });
    test('offers both', async ({ page }) => {
      await page.goto('/');
      await page.waitForLoadState('networkidle');
      await expect(page).toHaveURL(/:\d+\/$/);
      await expect(page.getByRole('link', { name: 'English' })).toHaveJSProperty('pathname', '/en/');
      await page.getByRole('link', { name: '한국어' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    });
  });

  test('takes a reader to the language that was chosen before', async ({ page }) => {
    await page.goto('/en/');
    await page.getByRole('link', { name: '한국어' }).click();
    await expect(page).toHaveURL(/\/ko\/$/);
    await page.goto('/');
    await expect(page).toHaveURL(/\/ko\/$/);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, tolerated: /status of 404/ });

  test('the bare address has links to both languages', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: '한국어' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      '합성곱의 숫자 하나하나가 어디서 오는지 보인다'
    );
    await page.goto('/');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.getByRole('img', { name: /moving example/ })).toBeVisible();
    await page.getByRole('link', { name: /Lesson 3/ }).click();
    await expect(page).toHaveURL(/\/en\/lessons\/convolution\/$/);
  });

  for (const { language, title, prose } of [
    {
      language: 'en',
      title: 'Convolution',
      prose: 'What PyTorch and Keras call convolution is cross-correlation'
    },
    {
      language: 'ko',
      title: '합성곱 연산',
      prose: 'PyTorch와 Keras가 합성곱이라고 부르는 것은 상호 상관이다'
    }
  ] as const) {
    test(`the lesson is all there to read, finished (${language})`, async ({ page }) => {
      const words = WORDS[language];
      await page.goto(`/${language}/lessons/convolution/?scene=flipped&step=3`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.locator('article')).toContainText(prose);
      await expect(page.locator('article')).toBeVisible();
      const maps = page.getByRole('table', { name: words.map, exact: true });
      await expect(maps).toHaveCount(3);
      await expect(maps.first().getByRole('cell')).toHaveText([
        '3',
        '1',
        '1',
        '3',
        '1',
        '2',
        '3',
        '0',
        '1',
        '2',
        '2',
        '2',
        '3',
        '0',
        '3',
        '1'
      ]);
      await expect(maps.nth(1).getByRole('cell')).toHaveText(['12', '18', '17', '15']);
      await expect(page.getByRole('table', { name: words.mapTurned })).toBeVisible();
      await expect(page.getByRole('table', { name: words.input }).first()).toBeVisible();
      // What cannot work is not shown.
      await expect(page.getByRole('slider')).toHaveCount(0);
    });
  }

  test('a page that does not exist says so in both languages', async ({ page }) => {
    await page.goto('/nowhere');
    await expect(page.getByRole('heading')).toHaveCount(2);
  });
});

test.describe('a page that does not exist', () => {
  test.use({ tolerated: /status of 404/ });

  test('is a 404 in both languages, with its styles, wherever it is', async ({ page }) => {
    for (const path of ['/nowhere', '/en/lessons/unknown/', '/ko/a/b/c/d?x=1', '/fr/']) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(404);
      await expect(page.locator('section[lang=ko]').getByRole('heading')).toHaveText(
        '그런 페이지가 없습니다'
      );
      await expect(page.locator('section[lang=en]').getByRole('heading')).toHaveText('There is no such page');
      const link = page.getByRole('link', { name: 'To the home page' });
      await expect(link).toHaveCSS('border-top-style', 'solid');
      await expect(page.locator('body')).toHaveCSS('font-family', /Pretendard/);
    }
    await page.getByRole('link', { name: '첫 화면으로' }).click();
    await expect(page).toHaveURL(/\/ko\/$/);
  });
});

test.describe('the content security policy', () => {
  test.use({ locale: 'fr-FR', tolerated: /Content Security Policy|status of 404/ });

  test('allows no inline script, on any page', async ({ page, request }) => {
    for (const path of [...PAGES, ...LESSON_PAGES]) {
      const html = await (await request.get(path)).text();
      const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
      expect(scripts, path).toContain("'self'");
      expect(scripts, path).not.toMatch(/unsafe|https?:|\*/);
      expect(policy, path).toContain("object-src 'none'");
    }
    for (const path of [...PAGES, ...LESSON_PAGES.slice(0, 2)]) {
      await page.goto(path);
      const ran = await page.evaluate(async () => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        const image = document.createElement('div');
        image.innerHTML = '<img src="data:," onerror="window.ran = true">';
        const failed = new Promise((resolve) => image.firstElementChild?.addEventListener('error', resolve));
        document.body.append(image);
        await failed;
        return Reflect.has(window, 'ran');
      });
      expect(ran, path).toBe(false);
    }
  });
});

test.describe('every page that is no lesson', () => {
  test.use({ locale: 'fr-FR', tolerated: /status of 404/ });

  // The complaints of the console, violations of the policy and foreign hosts are what every test watches.
  test('loads and wakes up without a complaint, and has a title, a description and a language', async ({
    page
  }) => {
    for (const path of PAGES) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await expect(page, path).toHaveTitle(/Stride/);
      await expect(page.locator('html')).toHaveAttribute('lang', /^(ko|en)$/);
      await expect(page.getByRole('main')).toHaveCount(1);
      if (/glossary|ko\/$|en\/$/.test(path)) {
        await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /.{20,}/);
      }
    }
  });
});

test.describe('the home page', () => {
  test('says in one screen what this is', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 810 });
    await page.goto('/en/');
    for (const part of [
      page.getByRole('heading', { level: 1 }),
      page.getByRole('link', { name: `Start with ${LESSONS[0]?.titles.en}` }),
      page.getByRole('img', { name: 'A photograph of a cat’s face' }),
      page.getByRole('img', { name: /nothing but its upright edges/ }),
      page.locator('figure').first().getByRole('button')
    ]) {
      await expect(part).toBeInViewport({ ratio: 1 });
    }
  });

  test('lists the lessons that exist, by chapter, and names those to come', async ({ page, request }) => {
    for (const language of ['ko', 'en']) {
      await page.goto(`/${language}/`);
      const listed = page.locator('#course').getByRole('link');
      await expect(listed).toHaveCount(LESSONS.length);
      await expect(page.locator('#course').getByRole('listitem')).toHaveCount(24);
      await expect(page.locator('#course h3')).toHaveCount(5);
      await expect(page.locator('#course h3').first()).toHaveText(/합성곱|Convolution/);
      const links = await page
        .getByRole('link')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href.split('#')[0] ?? ''));
      for (const link of new Set(links)) expect((await request.get(link)).status(), link).toBe(200);
    }
  });

  test('leads to the lesson, which wakes up without a new load', async ({ page, lesson }) => {
    await page.goto('/en/');
    await page.getByRole('link', { name: 'Start with Pixels' }).click();
    await lesson.awake();
    await lesson.expectAddress('photograph', 0);
    await lesson.press('ArrowRight');
    await lesson.expectStep(1, 4);
  });

  const windowAt =
    '() => { const at = document.querySelector("figure svg rect.window"); return [at?.getAttribute("x"), at?.getAttribute("y")].join(); }';
  const example = (page: Page) => page.getByRole('figure', { name: /moving example/ });
  const edges = (page: Page) => page.getByRole('figure', { name: /One filter, nine numbers/ });
  const frames = (count: number) =>
    `new Promise((resolve) => { let left = ${count}; const next = () => (left-- > 0 ? requestAnimationFrame(next) : resolve()); next(); })`;

  test('under reduced motion its example waits to be played', async ({ page }) => {
    await openAwake(page, '/en/');
    const figure = example(page);
    await expect(figure.getByRole('button', { name: 'Play' })).toBeVisible();
    const finished = await page.evaluate(`(${windowAt})()`);
    await page.evaluate(frames(20));
    expect(await page.evaluate(`(${windowAt})()`)).toBe(finished);
    await expect(figure.locator('.output.known')).toHaveCount(16);
    await figure.getByRole('button', { name: 'Play' }).click();
    await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect.poll(() => figure.locator('.output.known').count()).toBeLessThan(16);
  });

  /** How light the lightest pixel of the map is. */
  const brightest = (page: Page) =>
    edges(page)
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => {
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
        return pixels?.reduce((most, value, index) => (index % 4 === 3 ? most : Math.max(most, value)), 0);
      });

  test('shows the edges of a photograph, finished where motion is not wanted', async ({ page }) => {
    await openAwake(page, '/en/');
    await expect(edges(page).getByRole('button', { name: 'Play' })).toBeVisible();
    expect(await brightest(page)).toBeGreaterThan(200);
    await expect(edges(page).locator('.seen')).toHaveCSS('clip-path', 'none');
    await edges(page).getByRole('button', { name: 'Play' }).click();
    await expect(edges(page).locator('.seen')).toHaveCSS('clip-path', /polygon/);
  });

  test.describe('with motion', () => {
    test.use({ contextOptions: { reducedMotion: 'no-preference' } });
    test('its example plays by itself and can be paused', async ({ page }) => {
      await page.goto('/en/');
      const figure = example(page);
      await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
      const seen = new Set<unknown>();
      await expect
        .poll(
          async () => {
            seen.add(await page.evaluate(`(${windowAt})()`));
            return seen.size;
          },
          { intervals: [50] }
        )
        .toBeGreaterThan(3);
      await figure.getByRole('button', { name: 'Pause' }).click();
      await expect(figure.getByRole('button', { name: 'Play' })).toBeVisible();
      const paused = await page.evaluate(`(${windowAt})()`);
      await page.evaluate(frames(40));
      expect(await page.evaluate(`(${windowAt})()`)).toBe(paused);
    });
  });
});

test.describe('the theme', () => {
  test('follows the system', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/en/');
    const html = page.locator('html');
    await expect(html).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(20, 23, 28)');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect(html).toHaveAttribute('data-theme', 'light');
    await page.emulateMedia({ contrast: 'more' });
    await expect(html).toHaveAttribute('data-theme', 'contrast');
  });

  for (const language of ['en', 'ko'] as const) {
    test(`is chosen, kept with the step, and remembered before the first paint (${language})`, async ({
      page
    }) => {
      const lesson = new Lesson(page, language);
      await page.addInitScript(() => {
        new PerformanceObserver((_, observer) => {
          observer.disconnect();
          Object.assign(window, { painted: document.documentElement.dataset.theme });
        }).observe({ type: 'paint', buffered: true });
        addEventListener('DOMContentLoaded', () => {
          Object.assign(window, { parsed: document.documentElement.dataset.theme });
        });
      });
      await lesson.open('?scene=six-by-six&step=4');
      const theme = page.getByRole('combobox', { name: lesson.words.theme, exact: true });
      await expect(theme).toHaveValue('system');
      await theme.selectOption('dark');
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await lesson.expectStep(4, 16);
      await page.reload();
      expect(await page.evaluate(() => Reflect.get(window, 'parsed'))).toBe('dark');
      await expect.poll(() => page.evaluate(() => Reflect.get(window, 'painted'))).toBe('dark');
      await lesson.awake();
      await expect(theme).toHaveValue('dark');
      await lesson.expectStep(4, 16);
      await page.goto(`/${language}/`);
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      // Until the page is awake the list shows what it was built with.
      await expect(theme).toHaveValue('dark');
      await theme.selectOption('system');
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    });
  }
});
