import { LESSONS } from '../../data/lessons';
import { Lesson, expect, test } from '../lesson';
import { print } from '../printed';
import { LANGUAGES } from './looks';

/** Half an inch, in points: no printer reaches everything. */
const MARGIN = 36;

const bare = (text: string) => text.replace(/\s/g, '');

for (const { slug, number, scenes } of LESSONS) {
  // Languages and ways of the sheet in turn; in the other language the same article is read without JavaScript.
  const language = LANGUAGES[number % LANGUAGES.length] ?? 'ko';
  const landscape = number % 4 < 2;
  test(`${slug} is printed whole (${language}, ${landscape ? 'across' : 'upright'})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    const lesson = new Lesson(page, language, slug);
    await lesson.open();
    const sheets = await print(page, { format: 'A4', landscape, margin: MARGIN });
    expect(sheets.length).toBeGreaterThan(1);
    const printed = bare(sheets.flatMap(({ texts }) => texts.map(({ text }) => text)).join(''));

    // What the page has for those without scripts; formulas are printed sign by sign.
    const wanted = await page.evaluate(() => {
      const loaded = [...document.querySelectorAll('noscript')]
        .map(({ textContent }) => textContent)
        .join('');
      const whole = new DOMParser().parseFromString(loaded, 'text/html').querySelector('article');
      const parts = [...(whole?.querySelectorAll('h1, h2, h3, p:not(.reason), td, pre, ul li') ?? [])];
      return parts.filter((part) => !part.querySelector('.katex')).map(({ textContent }) => textContent);
    });
    for (const { titles } of scenes) expect(wanted).toContain(titles[language]);
    expect(wanted.filter((text) => !printed.includes(bare(text)))).toEqual([]);

    for (const { width, texts } of sheets) {
      const cut = texts.filter(({ left, right }) => left < MARGIN - 1 || right > width - MARGIN + 1);
      expect(cut.map(({ text }) => text)).toEqual([]);
    }
    // No interface, and ink on white whatever the screen is.
    expect(printed).not.toContain('0.25×');
    await page.emulateMedia({ media: 'print' });
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    expect(ink).toBe('rgb(29, 33, 41)');
  });
}

test('a lesson that was come to within the site is printed whole as well', async ({ page }) => {
  const [first, second] = LESSONS;
  const asked = page.waitForResponse((response) => response.url().endsWith(`/lessons/${second?.slug}/`));
  await new Lesson(page, 'en', first?.slug).open();
  await page.locator(`main a[href$="/lessons/${second?.slug}/"]`).click();
  await (await asked).finished();
  await new Lesson(page, 'en', second?.slug).awake();
  const sheets = await print(page, { format: 'A4', margin: MARGIN });
  const printed = bare(sheets.flatMap(({ texts }) => texts.map(({ text }) => text)).join(''));
  for (const { titles } of second?.scenes ?? []) expect(printed).toContain(bare(titles.en));
});

test('what the learner changed is printed with the learner’s numbers, also of a scene that was left', async ({
  page
}) => {
  const lesson = new Lesson(page, 'en');
  await lesson.open('?scene=your-own&step=1&input=9,9,9;9,9,9;9,9,9&kernel=1,1;1,1');
  await lesson.expectStep(1, 4);
  await lesson.press('ArrowDown');
  await expect(page).toHaveURL(/scene=flipped&/);
  const sheets = await print(page, { format: 'A4', margin: MARGIN });
  const printed = sheets.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');
  // Four weights of 1 lie on 9s; of the scene on show nothing was changed.
  expect(printed.match(/With your numbers, step \d/g)).toEqual(['With your numbers, step 1']);
  expect(printed).toMatch(/step 1.*= 36/s);
});
