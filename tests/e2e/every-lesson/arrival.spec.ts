import type { Page } from '@playwright/test';
import { LESSONS } from '../../data/lessons';
import { holdFonts, isFontThere, skipWithoutHangul, skipWithoutLatin } from '../fonts';
import { expect, Lesson, test } from '../lesson';
import { watchShifts } from '../shifts';
import { expectLight, isPicture, visit } from '../visit';
import { DESKTOP, LANGUAGES, PHONE } from './looks';

const BYTES_OF_A_PICTURE = 60_000;

for (const { slug, number, titles, scenes } of LESSONS) {
  for (const [turn, language] of LANGUAGES.entries()) {
    // Each language in one of the two sizes untouched, and in the other one by a link to a scene.
    const [size, other] = (number + turn) % 2 === 0 ? [DESKTOP, PHONE] : [PHONE, DESKTOP];
    const { id, length } = scenes[(number + turn) % scenes.length] ?? { id: '', length: NaN };
    const step = Math.ceil(length / 2);

    test.describe(`${slug} (${language})`, () => {
      test('is light, whole, its own, and nothing moves while it arrives', async ({ page, baseURL }) => {
        await page.setViewportSize(size);
        const shifts = await watchShifts(page);
        const lesson = new Lesson(page, language, slug);
        const fetched = await visit(page, lesson.path);
        await lesson.awake();
        expectLight(fetched, language);
        for (const { bytes, url } of fetched.filter(isPicture)) {
          expect(bytes, url).toBeLessThan(BYTES_OF_A_PICTURE);
        }
        expect(new Set(fetched.map(({ url }) => new URL(url).origin))).toEqual(
          new Set([new URL(baseURL ?? '').origin])
        );
        const hangul = fetched.flatMap(({ url }) => /pretendard-(?!latin)([a-z-]+)/.exec(url)?.[1] ?? []);
        // What most lessons show, and what this one shows besides; nothing of the others, of dialogs, of practice.
        const own = ['hangul', `lesson-${slug}`];
        expect(hangul.filter((file) => !own.includes(file))).toEqual([]);
        expect(hangul.includes('hangul')).toBe(language === 'ko');

        await expect(page).toHaveTitle(`${titles[language]} · Stride`);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.getByRole('main')).toHaveCount(1);
        // The page is not painted before this has come, which is what stands behind the lesson.
        const behind = await page.locator('link[rel=expect][blocking=render]').getAttribute('href');
        await expect(page.locator(`main ~ ${behind}`)).toHaveCount(1);
        await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /.{20,}/);

        // Last, so that all the rest is tested on any machine.
        if (language === 'ko') await skipWithoutHangul(page);
        expect(await shifts()).toEqual([]);
      });

      // The other language's letters come in other lessons.
      if ((number + turn) % 2 === 1) return;
      test(`does not move when the fonts arrive after everything else: ${id}`, async ({ page }) => {
        await skipWithoutLatin(page);
        if (language === 'ko') await skipWithoutHangul(page);
        await page.setViewportSize(other);
        const shifts = await watchShifts(page);
        const lesson = new Lesson(page, language, slug);
        const letGo = await holdFonts(page);
        await page.goto(`${lesson.path}?scene=${id}&step=${step}`, { waitUntil: 'domcontentloaded' });
        await lesson.awake();
        await lesson.expectStep(step, length);
        await expect(lesson.notice).toHaveCount(0);
        expect(await isFontThere(page)).toBe(false);
        letGo();
        await expect.poll(() => isFontThere(page)).toBe(true);
        expect(await shifts()).toEqual([]);
      });
    });
  }

  const neighbour = LESSONS[LESSONS.findIndex((one) => one.slug === slug) - 1] ?? LESSONS[1];
  test(`${slug} looks the same whether it is opened or reached from another lesson`, async ({ page }) => {
    const language = LANGUAGES[number % LANGUAGES.length] ?? 'ko';
    const lesson = new Lesson(page, language, slug);
    // A photograph is read before it is drawn.
    const pictureIsDrawn = async () => {
      if (scenes[0]?.plan.kind === 'picture') await expect(page.locator('main canvas')).toBeVisible();
    };
    await new Lesson(page, language, neighbour?.slug).open();
    await page.locator(`main a[href$="/lessons/${slug}/"]`).click();
    await expect(page).toHaveURL(new RegExp(`/lessons/${slug}/`));
    await lesson.awake();
    await pictureIsDrawn();
    await page.mouse.move(1, 1);
    const reached = await looks(page);
    await page.reload();
    await lesson.awake();
    await pictureIsDrawn();
    expect(reached).toEqual(await looks(page));
  });
}

/** Where everything stands on a page, and its colours and sizes. */
function looks(page: Page) {
  return page.locator('main *').evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const { color, backgroundColor, fontSize, borderTopWidth } = getComputedStyle(element);
        return [element.className, x, y, width, height, color, backgroundColor, fontSize, borderTopWidth];
      })
  );
}
