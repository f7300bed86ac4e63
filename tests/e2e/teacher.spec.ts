import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { questionOf } from '../../src/lib/practice/exercises';
import { readSet } from '../../src/lib/practice/sets/address';
import { resultOf } from '../../src/lib/practice/sets/begin';
import { questionsOfSet } from '../../src/lib/practice/sets/questions';
import { encodeResult } from '../../src/lib/practice/sets/result-code';
import { findings } from './accessibility';
import { faults, smallTargets } from './faults';
import { expect, test, type Language } from './lesson';
import { print, type PrintedPage } from './printed';

const WORDS = {
  en: {
    level: /, level 2$/,
    questions: 'Questions',
    perStudent: 'Different questions for each student',
    newSeed: 'New seed',
    seed: 'Seed',
    link: 'Link for students',
    qr: 'QR code of the link for students',
    asStudent: 'Open as a student',
    worksheets: 'Print worksheets',
    collect: 'Collect results',
    who: 'Name or number',
    whoNeeded: 'Type your name or number.',
    begin: 'Begin',
    code: 'Result code',
    sheetKey: 'Answer key',
    answer: 'Answer',
    printKey: 'Print the answer key',
    codes: 'Result codes',
    roster: 'Roster (optional)',
    table: 'The class',
    proves: 'A code proves nothing.',
    download: 'Download the table as CSV',
    damaged: 'Damaged codes',
    missing: 'No result from',
    line: 'line 3'
  },
  ko: {
    level: /, 2수준$/,
    questions: '문제 수',
    perStudent: '학생마다 다른 문제',
    newSeed: '새 시드',
    seed: '시드',
    link: '학생에게 줄 링크',
    qr: '학생에게 줄 링크의 QR 코드',
    asStudent: '학생으로 열기',
    worksheets: '연습지 인쇄',
    collect: '결과 모으기',
    who: '이름 또는 번호',
    whoNeeded: '이름이나 번호를 넣어 주십시오.',
    begin: '시작',
    code: '결과 코드',
    sheetKey: '정답과 풀이',
    answer: '답',
    printKey: '정답 인쇄',
    codes: '결과 코드',
    roster: '명단 (없어도 됨)',
    table: '반 결과',
    proves: '코드는 아무것도 증명하지 않습니다.',
    download: '표를 CSV로 내려받기',
    damaged: '손상되어 읽을 수 없는 코드',
    missing: '결과가 없는 이름',
    line: '3번째 줄'
  }
} as const satisfies Record<Language, Record<string, string | RegExp>>;

const LANGUAGES = ['ko', 'en'] as const;

/** Opens the teacher's page and chooses every kind that there is, once each; tells how many. */
async function buildSet(page: Page, language: Language): Promise<number> {
  const words = WORDS[language];
  await page.goto(`/${language}/practice/teacher/`);
  const boxes = page.getByRole('checkbox', { name: words.level });
  await expect(boxes.first()).toBeVisible();
  const count = await boxes.count();
  // By keys: nothing here needs a mouse.
  for (const box of await boxes.all()) await box.press('Space');
  await page.getByRole('spinbutton', { name: words.questions }).fill(`${count}`);
  await page.getByRole('spinbutton', { name: words.questions }).press('Enter');
  await page.getByRole('checkbox', { name: words.perStudent }).press('Space');
  return count;
}

/** How a page lies in windows of several sizes, and what axe finds. */
async function expectSound(page: Page): Promise<void> {
  expect(await findings(page)).toEqual([]);
  for (const [width, height] of [
    [1280, 720],
    [390, 664],
    [320, 256]
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await faults(page), `${width}×${height}`).toEqual([]);
    expect(await smallTargets(page), `${width}×${height}`).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
}

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`a set is built, given out and begun, ${language}`, async ({ page }) => {
    const count = await buildSet(page, language);
    const link = page.getByRole('textbox', { name: words.link });
    await expect(link).toHaveValue(new RegExp(`/${language}/practice/set/\\?k=.*&n=${count}&seed=1&v=1$`));
    const before = await link.inputValue();
    await page.getByRole('button', { name: words.newSeed }).click();
    await expect(link).not.toHaveValue(before);
    await expect(page.getByRole('img', { name: words.qr })).toBeVisible();
    await expectSound(page);

    // The address keeps the set, in the other language too.
    const built = await link.inputValue();
    await page.reload();
    await expect(link).toHaveValue(built);
    await expect(page.getByRole('checkbox', { name: words.level, checked: true })).toHaveCount(count);
    await expect(page.locator('header a[hreflang]')).toHaveAttribute('href', /practice\/teacher\/\?k=/);

    await page.getByRole('link', { name: words.asStudent }).click();
    await expect(page).toHaveURL(built);
    await expect(page.getByRole('listitem')).toHaveCount(count);
    await expectSound(page);
    const who = page.getByRole('textbox', { name: words.who });
    await page.getByRole('button', { name: words.begin }).click();
    await expect(page.getByRole('alert')).toHaveText(words.whoNeeded);
    await expect(who).toBeFocused();
    await who.fill(' 7 ');
    await who.press('Enter');
    await expect(page).toHaveURL(/&v=1&who=7$/);
    await expect(page.locator('.question')).toBeVisible();
  });

  test(`a set is answered, and its code goes back to the teacher, ${language}`, async ({ page }) => {
    const query = '?k=output-size.1&n=2&seed=4&f=0&t=5';
    await page.goto(`/${language}/practice/set/${query}`);
    await page.getByRole('button', { name: words.begin }).click();
    await expect(page.getByRole('timer')).toContainText('4:');
    const { set } = readSet(new URLSearchParams(query));
    const [first] = questionsOfSet(set, null);
    const answer = first ? questionOf(first.name, first.level, first.seed).answer[0]?.toFraction() : '';
    const entry = page.locator('.question').getByRole('textbox');
    await entry.fill(answer ?? '');
    await entry.press('Enter');
    await expect(entry).toHaveValue('');
    // A tab that is loaded anew goes on where it was.
    await page.reload();
    await expect(entry).toHaveValue('');
    await entry.fill('99');
    await entry.press('Enter');
    await page.getByRole('textbox', { name: words.who }).fill('하나');
    const code = await page.getByRole('textbox', { name: words.code }).inputValue();
    await expectSound(page);
    await page.goto(`/${language}/practice/teacher/results/${query}`);
    await page.getByRole('textbox', { name: words.codes }).fill(code);
    await expect(page.getByRole('row').filter({ hasText: '하나' })).toContainText('1 / 2');
  });

  test(`what a link gets wrong is named, and the rest is used, ${language}`, async ({ page }) => {
    const query = '?k=nothing.1,output-size.7&n=1000&seed=12x';
    for (const path of ['set', 'teacher', 'worksheet']) {
      await page.goto(`/${language}/practice/${path}/${query}`);
      const named = page.locator('main section').first().getByRole('listitem');
      await expect(named).toHaveCount(4);
      await expect(named.filter({ hasText: 'nothing' })).toHaveCount(1);
      await expect(named.filter({ hasText: '1000' })).toContainText('60');
      await expect(named.filter({ hasText: '12x' })).toHaveCount(1);
    }
    await page.goto(`/${language}/practice/set/`);
    await expect(page.locator('main section').getByRole('listitem')).toHaveCount(1);
    await expect(page.getByRole('button', { name: words.begin })).toHaveCount(0);
  });
}

const VARIANTS = 3;
const SMALL_PRINT = 8;
/** Half an inch: no printer reaches everything. */
const MARGIN = 36;

/** On a page: the numbers with which questions begin, and the codes with which they end. */
function beginsAndEnds({ texts }: PrintedPage, codes: readonly string[]) {
  return {
    begins: texts.filter(({ text, size }) => /^\d+\.$/.test(text) && size > SMALL_PRINT),
    ends: texts.filter(({ text, size }) => codes.includes(text) && size < SMALL_PRINT)
  };
}

for (const [language, paper, width, height] of [
  ['ko', 'a4', 595, 842],
  ['en', 'letter', 612, 792]
] as const) {
  test(`worksheets on ${paper}, ${language}: nothing is cut, the key is at the end`, async ({ page }) => {
    const words = WORDS[language];
    const count = await buildSet(page, language);
    const link = await page.getByRole('link', { name: words.worksheets }).getAttribute('href');
    await page.goto(new URL(`${link}&variants=${VARIANTS}&paper=${paper}`, page.url()).href);
    await expect(page.locator('.sheet')).toHaveCount(VARIANTS);

    const pages = await print(page);
    const codes = await page.locator('.sheet .code').allTextContents();
    expect(codes).toEqual(
      [1, 2, 3].map((number) => expect.stringMatching(new RegExp(`^\\w{4}-0${number}$`)))
    );
    // Words may be printed in pieces.
    const wordsOf = ({ texts }: PrintedPage) => texts.map(({ text }) => text.replaceAll(' ', '')).join('');
    const firstKey = pages.findIndex((printed) =>
      wordsOf(printed).includes(words.sheetKey.replaceAll(' ', ''))
    );
    expect(firstKey).toBeGreaterThan(0);
    const sheets = pages.slice(0, firstKey);
    const keys = pages.slice(firstKey);

    for (const [index, printed] of pages.entries()) {
      expect([Math.round(printed.width), Math.round(printed.height)], `page ${index + 1}`).toEqual([
        width,
        height
      ]);
      const outside = printed.texts.filter(
        ({ left, right, bottom }) => Math.min(left, width - right, bottom) < MARGIN
      );
      expect(outside, `page ${index + 1}`).toEqual([]);
      expect(printed.texts.map(({ text }) => text)).not.toContain('Stride');
    }
    // Each question ends on the page on which it begins: its code is the last that is printed of it.
    for (const [index, printed] of sheets.entries()) {
      const { begins, ends } = beginsAndEnds(printed, codes);
      expect(ends.length, `page ${index + 1}`).toBe(begins.length);
      const endless = begins.filter((begin) => !ends.some(({ bottom }) => bottom < begin.bottom));
      expect(endless, `page ${index + 1}`).toEqual([]);
    }
    // Each worksheet begins on a page of its own, and has all its questions.
    for (const code of codes) {
      const own = sheets.filter((printed) => beginsAndEnds(printed, [code]).ends.length > 0);
      expect(own.flatMap((printed) => beginsAndEnds(printed, codes).ends)).toHaveLength(count);
      expect(own[0]?.texts.some(({ text, size }) => text === code && size > SMALL_PRINT)).toBe(true);
    }
    // The key has every worksheet, and no worksheet comes after it.
    const keyTexts = keys.map(wordsOf).join('');
    for (const code of codes) expect(keyTexts).toContain(code);
    expect(keys.flatMap((printed) => beginsAndEnds(printed, codes).ends)).toEqual([]);
  });
}

test('the key is printed apart, or not at all', async ({ page }) => {
  await page.goto('/en/practice/worksheet/?k=output-size.1&n=4&seed=3&variants=2&key=apart');
  await expect(page.locator('.key')).toHaveCount(2);
  await expectSound(page);
  await page.evaluate(() => {
    // What is printed is decided by then.
    window.print = () => (document.title = document.querySelector('.preview')?.className ?? '');
  });
  await page.getByRole('button', { name: 'Print the answer key' }).click();
  await expect(page).toHaveTitle(/print-key/);
  await page.getByRole('button', { name: 'Print the worksheets' }).click();
  await expect(page).toHaveTitle(/print-sheets/);
  await page.getByRole('combobox', { name: 'Answer key' }).selectOption('none');
  await expect(page.locator('.key')).toHaveCount(0);
  await expect(page).toHaveURL(/key=none/);
  expect(await print(page)).toHaveLength(2);
});

const QUERY = '?k=output-size.2,output-cell.1&n=4&seed=9&v=1';

/** The code of a student who does what the first misconception says in the first questions. */
function codeOf(name: string, wrong: number): string {
  const { set } = readSet(new URLSearchParams(QUERY));
  const questions = questionsOfSet(set, name).map((_, index) =>
    index < wrong ? { points: 0, of: 1, rule: 'ignored-stride' } : { points: 1, of: 1, rule: null }
  );
  return encodeResult(resultOf(set, name, questions));
}

for (const language of LANGUAGES) {
  test(`the results of a class become one table, ${language}`, async ({ page }) => {
    const words = WORDS[language];
    await page.goto(`/${language}/practice/teacher/${QUERY}`);
    await page.getByRole('link', { name: words.collect }).click();
    await expect(page.getByText(words.proves)).toBeVisible();
    const [hana, duri, sena] = [codeOf('하나', 1), codeOf('두리', 0), codeOf('세나', 2)];
    const damaged = sena.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    await page.getByRole('textbox', { name: words.codes }).fill([hana, `두리: ${duri}`, damaged].join('\n'));
    await page.getByRole('textbox', { name: words.roster }).fill('하나\n두리\n세나');

    const table = page.getByRole('region', { name: words.table }).getByRole('table');
    const row = (name: string) => table.getByRole('row').filter({ hasText: name });
    await expect(row('하나')).toContainText('3 / 4');
    await expect(row('두리')).toContainText('4 / 4');
    await expect(page.getByRole('term').filter({ hasText: words.damaged })).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: words.line })).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: '세나' })).toBeVisible();

    // The third one brings her file.
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([`${text}\n`], 'stride-result.txt', { type: 'text/plain' }));
      return data;
    }, sena);
    await page.getByRole('textbox', { name: words.codes }).dispatchEvent('drop', { dataTransfer: transfer });
    await expect(row('세나')).toContainText('2 / 4');
    await expect(page.getByRole('term').filter({ hasText: words.missing })).toHaveCount(0);
    await expectSound(page);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: words.download }).click();
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv).toContain('\n하나,3,4,0,1,1,1,ignored-stride,,,');
  });
}
