import { expect, Lesson, test } from './lesson';
import { LESSONS } from '../data/lessons';
import { LANGUAGES } from './every-lesson/looks';
import { expectLight, visit } from './visit';

// Chromium heeds the line only at the very beginning of a file: below it, functions are compiled one by one in the long
// task in which the page wakes up, and again at the first key.
test('Chromium is told to compile every script of a lesson while it arrives', async ({ page }) => {
  const scripts = (await visit(page, '/ko/lessons/convolution/')).filter(({ type }) => type === 'Script');
  expect(scripts.length).toBeGreaterThan(0);
  for (const { url } of scripts) {
    const text = await (await page.request.get(url)).text();
    expect(text.split('\n', 1)[0], url).toBe('//# allFunctionsCalledOnLoad');
  }
});

test('the reader of expressions is fetched with the first expression, not before', async ({
  page,
  lesson
}) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await lesson.open('?scene=your-own&step=0');
  await lesson.type('Input', [1, 1], '1/3');
  await expect(lesson.cell('Input', [1, 1])).toHaveAccessibleName('1/3');
  const before = scripts.length;
  await lesson.type('Input', [1, 1], '(1+2)/4');
  await expect(lesson.cell('Input', [1, 1])).toHaveAccessibleName('3/4');
  expect(scripts.length).toBeGreaterThan(before);
});

// Those of the lessons themselves are in every-lesson/.
const PAGES = [
  '',
  'glossary/',
  'practice/',
  'practice/run/?mode=lesson&kinds=output-size.1&seed=7',
  'practice/set/',
  'practice/teacher/',
  'practice/teacher/?k=output-size.1&n=10&seed=1',
  'practice/teacher/results/',
  'practice/worksheet/'
];
const PROJECTED = LESSONS.map(({ slug }) => `present/${slug}/`);
/** Pages that are known to have more, and kilobytes of what. */
const MORE: Readonly<Record<string, { script?: number; fonts?: number }>> = {
  // The words of the whole course: its fonts have more than those of any other page.
  'glossary/': { fonts: 88 },
  // A class sees the scenes of the lesson with the most kinds of them, and what projects them.
  'present/convolution/': { script: 121.5 }
};

const VISITS = [
  ...PAGES.flatMap((path) => LANGUAGES.map((language) => ({ path, language }))),
  // Each in one language: in both, the lessons themselves are weighed.
  ...PROJECTED.map((path, index) => ({ path, language: LANGUAGES[index % LANGUAGES.length] ?? 'ko' }))
];

for (const { path, language } of VISITS) {
  test(`/${language}/${path} is light`, async ({ page }) => {
    const fetched = await visit(page, `/${language}/${path}`);
    expectLight(fetched, language, MORE[path]);
  });
}

test('a lesson that is reached from another one brings the letters that are its own, and no others', async ({
  page
}) => {
  const fonts: string[] = [];
  page.on('request', (request) => {
    const [, font] = /pretendard-([a-z-]+)/.exec(request.url()) ?? [];
    if (font) fonts.push(font);
  });
  await new Lesson(page, 'ko', 'convolution').open();
  await page.locator('main a[href$="/lessons/bias/"]').first().click();
  await expect(page).toHaveURL(/\/lessons\/bias\//);
  await expect.poll(() => fonts.toSorted()).toEqual(['hangul', 'latin', 'lesson-bias', 'lesson-convolution']);
  await page.locator('main a[href$="/lessons/convolution/"]').first().click();
  await expect(page).toHaveURL(/\/lessons\/convolution\//);
  await page.waitForLoadState('networkidle');
  expect(new Set(fonts).size).toBe(4);
});
