import type { Page } from '@playwright/test';
import { findingsIn } from './accessibility';
import { expect, openAwake, test, type Language } from './lesson';

const WORDS = {
  en: { search: 'Search', title: 'Search lessons, scenes and terms', close: 'Close' },
  ko: { search: '검색', title: '강의, 장면, 용어 검색', close: '닫기' }
} as const satisfies Record<Language, Record<string, string>>;

function parts(page: Page, language: Language) {
  const words = WORDS[language];
  const dialog = page.getByRole('dialog', { name: words.title });
  return {
    button: page.getByRole('button', { name: words.search, exact: true }),
    dialog,
    box: dialog.getByRole('combobox', { name: words.title }),
    options: dialog.getByRole('option'),
    chosen: dialog.getByRole('option', { selected: true }),
    said: dialog.locator('[aria-live]'),
    close: dialog.getByRole('button', { name: words.close })
  };
}

test('by keyboard: / opens it, arrows choose, Enter goes to the term (ko)', async ({ page }) => {
  const { dialog, box, options, chosen, said, button } = parts(page, 'ko');
  await openAwake(page, '/ko/');
  await page.keyboard.press('/');
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('');
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.insertText('padding');
  await expect(options.first()).toContainText('패딩');
  await expect(said).toHaveText(`결과 ${await options.count()}개`);
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await expect(chosen).toHaveCount(1);
  await expect(box).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await expect(options.last()).toBeInViewport();
  await page.keyboard.press('ArrowDown');
  await expect(box).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ko\/glossary\/#padding$/);
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: '패딩 padding', exact: true })).toBeInViewport();
  await expect(button).toBeVisible();
});

test('Escape closes it and gives the focus back (en)', async ({ page }) => {
  const { button, dialog, box } = parts(page, 'en');
  await openAwake(page, '/en/glossary/');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(box).toBeFocused();
  await page.keyboard.insertText('stride');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('closed and opened again in one breath, it is open (en)', async ({ page }) => {
  const { box } = parts(page, 'en');
  await openAwake(page, '/en/');
  await page.keyboard.press('/');
  await expect(box).toBeFocused();
  // Before the browser has moved the focus or said that the dialog is closed.
  await box.evaluate((input) => {
    input.closest('dialog')?.close();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  await expect(box).toBeFocused();
});

test('by mouse: a click on a hit opens the scene, in the lesson that is open already (en)', async ({
  page,
  lesson
}) => {
  const { button, box, options } = parts(page, 'en');
  await lesson.open('?scene=six-by-six&step=5');
  await button.click();
  await box.fill('spreadsheet');
  await options.filter({ hasText: 'Your own numbers' }).hover();
  await expect(options.filter({ hasText: 'Your own numbers' })).toHaveAttribute('aria-selected', 'true');
  await options.filter({ hasText: 'Your own numbers' }).click();
  await lesson.expectAddress('your-own', 0);
  await expect(page.locator('main .kick')).toContainText('Your own numbers');
});

test.describe('by touch on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  for (const language of ['ko', 'en'] as const) {
    test(`a tap opens, chooses and closes (${language})`, async ({ page }) => {
      const { button, dialog, box, options, close } = parts(page, language);
      await openAwake(page, `/${language}/`);
      await button.tap();
      await expect(dialog).toBeVisible();
      await close.tap();
      await expect(dialog).toBeHidden();
      await button.tap();
      await box.fill(language === 'ko' ? '상호' : 'cross');
      await options.first().tap();
      await expect(page).toHaveURL(/glossary\/#cross-correlation$/);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    });
  }
});

test('finds across languages, mistyped and by first consonants (ko)', async ({ page }) => {
  const { box, options } = parts(page, 'ko');
  await openAwake(page, '/ko/');
  await page.keyboard.press('/');
  for (const [typed, found] of [
    ['합성급', '합성곱'],
    ['스트라이', '스트라이드'],
    ['필터를', '필터'],
    ['ㅅㅌㄹㅇㄷ', '스트라이드'],
    ['stride', '스트라이드']
  ] as const) {
    await box.fill(typed);
    await expect(options.first().locator('b'), typed).toHaveText(found);
  }
});

test('while Hangul is composed, it finds, and Enter belongs to the syllable', async ({ page }) => {
  const { dialog, box, options } = parts(page, 'ko');
  await openAwake(page, '/ko/');
  await page.keyboard.press('/');
  await expect(box).toBeFocused();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: '패디', selectionStart: 2, selectionEnd: 2 });
  await expect(options.first().locator('b')).toHaveText('패딩');
  await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  // Safari's, which says so only in its code.
  await box.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
  await expect(dialog).toBeVisible();
  await expect(page).toHaveURL(/\/ko\/$/);
});

for (const [language, sentence] of [
  ['ko', '‘<wvwvwv/qzqzqz=qzqzqz>’에 맞는 것이 없습니다. 다른 낱말로 찾거나 용어집을 훑어보세요.'],
  ['en', 'Nothing fits “<wvwvwv/qzqzqz=qzqzqz>”. Try another word, or look through the glossary.']
] as const) {
  test(`what is not found is said kindly, and markup stays text (${language})`, async ({ page }) => {
    const { box, options, said, dialog } = parts(page, language);
    await openAwake(page, `/${language}/`);
    await page.keyboard.press('/');
    await box.fill('<wvwvwv/qzqzqz=qzqzqz>');
    await expect(said).toHaveText(sentence);
    await expect(options).toHaveCount(0);
    await expect(dialog.locator('wvwvwv')).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    await dialog.getByRole('link').click();
    await expect(page).toHaveURL(/glossary\/$/);
  });
}

test.describe('offline', () => {
  test.use({ tolerated: /Failed to load resource|ERR_|dynamically imported/ });

  test('without the index it says so, and opens once the index is there', async ({ page }) => {
    const { box, options, said, close } = parts(page, 'en');
    await openAwake(page, '/en/');
    await page.route('**/search.json', (route) => route.abort());
    await page.keyboard.press('/');
    await box.fill('stride');
    await expect(said).toHaveText(/could not be loaded.*open it again/);
    await close.click();
    await page.unroute('**/search.json');
    await page.keyboard.press('/');
    await box.fill('stride');
    await expect(options.first()).toContainText('stride');
  });

  test('without the dialog the page says so (ko)', async ({ page, context }) => {
    await openAwake(page, '/ko/');
    await context.setOffline(true);
    await page.keyboard.press('/');
    await expect(page.getByRole('alert')).toHaveText(/검색을 불러오지 못했습니다/);
  });
});

test.describe('its key', () => {
  test('is silent while somebody types', async ({ page }) => {
    const { dialog } = parts(page, 'en');
    await openAwake(page, '/en/glossary/');
    const filter = page.getByRole('searchbox', { name: 'Filter the terms' });
    await filter.focus();
    await page.keyboard.press('/');
    await expect(filter).toHaveValue('/');
    await expect(dialog).toBeHidden();
  });

  test('is named in the help of a lesson, and switched off with the other keys', async ({ page, lesson }) => {
    const { dialog } = parts(page, 'en');
    await lesson.open();
    await lesson.press('?');
    const help = page.getByRole('dialog');
    await expect(help.locator('dl div').filter({ hasText: 'Search' }).locator('kbd')).toHaveText('/');
    await help.getByRole('checkbox').uncheck();
    await lesson.press('Escape', '/');
    await expect(dialog).toBeHidden();
    await openAwake(page, '/en/');
    await page.keyboard.press('/');
    await expect(dialog).toBeHidden();
  });

  test('what is typed while the dialog is fetched is not lost, and is no shortcut', async ({
    page,
    lesson
  }) => {
    const { box, options } = parts(page, 'en');
    await lesson.open('?scene=six-by-six&step=3');
    let fetched = () => {};
    const waiting = new Promise<void>((resolve) => (fetched = resolve));
    await page.route('**/_app/immutable/chunks/*.js', async (route) => {
      await waiting;
      await route.continue();
    });
    await lesson.press('/', 'p', 'a', 'd');
    fetched();
    await expect(box).toHaveValue('pad');
    await expect(options.first()).toContainText('padding');
    await lesson.expectStep(3, 16);
  });
});

test('nothing of it is fetched before it is asked for', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openAwake(page, '/ko/lessons/convolution/');
  await page.waitForLoadState('networkidle');
  const before = asked.length;
  expect(asked.filter((url) => url.includes('search.json'))).toEqual([]);
  await page.keyboard.press('/');
  await expect(parts(page, 'ko').box).toBeFocused();
  await expect.poll(() => asked.filter((url) => url.includes('search.json')).length).toBe(1);
  expect(asked.slice(before).some((url) => url.endsWith('.js'))).toBe(true);
});

for (const theme of ['light', 'dark', 'contrast'] as const) {
  for (const language of ['ko', 'en'] as const) {
    test(`axe finds nothing with the dialog open and on the glossary (${theme}, ${language})`, async ({
      page
    }) => {
      const { box, options, said } = parts(page, language);
      const look = findingsIn(theme);
      await page.addInitScript((chosen) => localStorage.setItem('stride-theme', chosen), theme);
      await openAwake(page, `/${language}/glossary/#kernel`);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      expect(await look(page)).toEqual([]);
      await page.keyboard.press('/');
      await box.fill('filter');
      await expect(options.first()).toBeVisible();
      expect(await look(page)).toEqual([]);
      await box.fill('quetzalcoatl');
      await expect(said).toContainText('quetzalcoatl');
      expect(await look(page)).toEqual([]);
    });
  }
}
