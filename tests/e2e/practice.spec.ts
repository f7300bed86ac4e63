import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { findings } from './accessibility';
import { expect, test, type Language } from './lesson';

const WORDS = {
  ko: {
    answer: '답',
    check: '확인',
    next: '다음 문제',
    right: '맞았습니다.',
    again: '한 번 더 해 보십시오.',
    solution: '풀이',
    forward: '다음',
    result: '3문제 가운데 1문제를 첫 답에 맞혔습니다',
    toOverview: '연습 목록으로',
    start: '출력 크기: 시작',
    standing: '3번 풀어 1번 맞힘',
    showSolution: '풀이 보기'
  },
  en: {
    answer: 'Answer',
    check: 'Check',
    next: 'Next question',
    right: 'Right.',
    again: 'Try once more.',
    solution: 'Worked solution',
    forward: 'Forward',
    result: '1 of 3 right at the first answer',
    toOverview: 'Back to practice',
    start: 'Output size: start',
    standing: '1 of 3 right',
    showSolution: 'Show the solution'
  }
} as const;

const SIZE = 'kinds=output-size.3&seed=5';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, language: Language) => page.getByRole('textbox', { name: WORDS[language].answer });

/** The right answer to a question about a size, from what is given: ⌊(N + 2P − F) / S⌋ + 1. */
async function sizeOf(page: Page): Promise<number> {
  await expect(page.locator('dl dd')).toHaveCount(4);
  const [n = 0, f = 0, s = 1, p = 0] = (await page.locator('dl dd').allTextContents()).map(Number);
  return Math.floor((n + 2 * p - f) / s) + 1;
}

async function answer(page: Page, language: Language, value: number | string): Promise<void> {
  await field(page, language).fill(`${value}`);
  await page.keyboard.press('Enter');
}

for (const language of ['ko', 'en'] as const) {
  const words = WORDS[language];
  test(`a learner practises: ${language}`, async ({ page }) => {
    await page.goto(`/${language}/practice/`);
    await page.getByRole('link', { name: words.start }).first().click();
    await expect(field(page, language)).toBeVisible();
    expect(await findings(page)).toEqual([]);

    // Right at once.
    await answer(page, language, await sizeOf(page));
    await expect(page.locator('.card')).toContainText(words.right);
    await button(page, words.next).click();
    await expect(page.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(page.locator('.session > header .place')).toHaveText('2 / 3');

    // Wrong, and loaded anew in between: the question is where it was.
    const size = await sizeOf(page);
    await answer(page, language, size + 50);
    await expect(page.locator('.card')).toContainText(words.again);
    await page.reload();
    await expect(page.locator('.card')).toContainText(words.again);
    await expect(page.locator('.session > header .place')).toHaveText('2 / 3');
    expect(await sizeOf(page)).toBe(size);
    await answer(page, language, size + 51);
    const solution = page.getByRole('region', { name: words.solution });
    await expect(page.locator('.card')).toContainText(`${words.answer}: ${size}`);
    await expect(solution.locator('.position')).toHaveText(/^0 \/ /);
    await button(page, words.forward).click();
    await expect(solution.locator('.position')).toHaveText(/^1 \/ /);
    expect(await findings(page)).toEqual([]);

    await button(page, words.next).click();
    await button(page, words.showSolution).click();
    await button(page, words.next).click();
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(words.result);
    await page.getByRole('link', { name: words.toOverview }).click();
    await expect(page.getByRole('main')).toContainText(words.standing);
    expect(await findings(page)).toEqual([]);
  });
}

test('a test says nothing before its end, and everything then', async ({ page }) => {
  await page.goto(`/en/practice/run/?mode=test&${SIZE}&n=2`);
  await answer(page, 'en', await sizeOf(page));
  await expect(page.locator('.session > header .place')).toHaveText('2 / 2');
  await expect(page.locator('.card')).toHaveCount(0);
  await button(page, 'Leave it empty').click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('1 of 2 right at the first answer');
  await page
    .getByRole('button', { name: /Output size/ })
    .last()
    .click();
  await expect(page.locator('.look-back .card')).toContainText('Answer:');
  // The link is the same test once more.
  await button(page, 'The same questions again').click();
  await expect(page.locator('.session > header .place')).toHaveText('1 / 2');
  await expect(field(page, 'en')).toHaveValue('');
});

test('a link that cannot be used as it is says so, and goes on', async ({ page }) => {
  await page.goto('/en/practice/run/?mode=exam&kinds=output-size.7,nonsense.1&seed=x&n=1000');
  for (const sentence of ['does not exist', 'nonsense.1', 'became level 1', 'seed', 'at most 50']) {
    await expect(page.locator('.notice')).toContainText(sentence);
  }
  await expect(field(page, 'en')).toBeVisible();
  await page.reload();
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('answers leave as a file and come back; what is no file of answers changes nothing', async ({
  page
}) => {
  const bring = async (name: string, text: string) => {
    const chooser = page.waitForEvent('filechooser');
    await button(page, 'Import a file').click();
    await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  };
  const said = page.getByRole('status');
  const long = Date.now() - 5 * 86_400_000;
  const answers = [1, 2, 3].map((seed) => ({
    ...{ kind: 'output-size', level: 2, seed, points: 0, of: 1, rule: 'rounded-up' },
    ...{ at: long + seed, confidence: null }
  }));
  await page.goto('/en/practice/');
  await bring('answers.json', JSON.stringify({ format: 'stride-answers', version: 1, answers }));
  await expect(said).toHaveText('3 new answers imported.');
  await expect(page.getByRole('region', { name: 'What went wrong' })).toContainText('3×');
  await bring('answers.json', '{"format":"stride-answers","version":1,"answers":[{}]}');
  await expect(said).toContainText('damaged');
  await bring('answers.json', '{"format":"stride-answers","version":9,"answers":[]}');
  await expect(said).toContainText('newer version');
  await expect(page.getByText('3 answers lie in this browser')).toBeVisible();

  const saved = page.waitForEvent('download');
  await button(page, 'Export as CSV').click();
  const table = readFileSync(await (await saved).path(), 'utf8');
  expect(table.split('\n')).toHaveLength(4);
  await button(page, 'Delete all').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete all' }).click();
  await expect(page.getByText('0 answers lie')).toBeVisible();
  await bring('answers.csv', table);
  await expect(said).toHaveText('3 new answers imported.');

  // What was answered five days ago is due, on the home page too.
  await page.goto('/en/');
  await page.getByRole('link', { name: '1 due for review' }).click();
  await expect(page.locator('.kick')).toHaveText('Review');
  await expect(field(page, 'en')).toBeVisible();
});

test('a phone shows question, numbers, entry and button at once, and nothing is wider than it', async ({
  page
}) => {
  await page.setViewportSize({ width: 390, height: 664 });
  for (const path of ['practice/', `practice/run/?mode=lesson&kinds=output-cell.3&seed=5`]) {
    await page.goto(`/ko/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    expect(await findings(page)).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  }
  await expect(button(page, '확인')).toBeInViewport({ ratio: 1 });
});
