import { expectedEquations } from '../../data/equations';
import { LESSONS, type TableLesson } from '../../data/lessons';
import { isTrueEquation } from '../../data/truth';
import { expect, Lesson, test, type Language } from '../lesson';
import { measuresIn, prepareWalks, walk, type Moment, type Seen } from './walk';

/** An old laptop, a projector, and a phone whose browser shows its bars: where it is narrow. */
const LAPTOP = { width: 1366, height: 625 };
const PROJECTOR = { width: 1024, height: 768 };
const PHONE = { width: 390, height: 664 };

/** A sum of sixteen products, four in a row: on a phone that shows its browser's bars it scrolls in its box. */
const KNOWN: readonly RegExp[] = [/^filter-bank groups: .* is cut \(166 in 122\)$/];

/** Every moment of a lesson, in order, as it should be: a question opens where somebody steps on to it. */
function momentsOf({ scenes }: TableLesson, language: Language, shown: readonly Moment[]): Moment[] {
  return scenes
    .flatMap(({ plan, grain, titles, length, questions }) => {
      const equations = expectedEquations(plan, grain);
      return Array.from({ length: length + 1 }, (_, step) => ({
        scene: titles[language],
        position: `${step} / ${length}`,
        asked: questions.includes(step),
        equations: equations?.[step]
      }));
    })
    .map(({ equations, ...moment }, index) => ({
      ...moment,
      // Where nobody has worked them out they must be true.
      equations: equations ?? shown[index]?.equations.filter(isTrueEquation) ?? []
    }));
}

for (const table of LESSONS) {
  const { slug, number, scenes, titles } = table;
  const last = scenes.at(-1);
  const positions = scenes.flatMap(({ length }) =>
    Array.from({ length: length + 1 }, (_, step) => `${step} / ${length}`)
  );
  const backwards = [...positions].reverse();
  // Half of the lessons are opened in Korean, the other half in English.
  const there: Language = number % 2 === 0 ? 'ko' : 'en';
  const back: Language = there === 'ko' ? 'en' : 'ko';
  const WIDE = Math.ceil(number / 2) % 2 === 0 ? LAPTOP : PROJECTOR;

  /** Goes through all steps in a window of this size, which must show each of them as it should be. */
  async function walkIn(
    size: typeof PHONE,
    lesson: Lesson,
    by: 'forward' | 'back',
    reads = false
  ): Promise<Seen> {
    const { page, language } = lesson;
    const window = `${slug}, ${size.width}×${size.height}, ${language}, ${by}`;
    await page.setViewportSize(size);
    const measures = measuresIn(language, size === PHONE);
    const steps = by === 'forward' ? positions : backwards;
    const seen = await walk(lesson, { by, positions: steps, measures, reads });
    const inOrder = by === 'forward' ? seen.moments : [...seen.moments].reverse();
    const wanted = momentsOf(table, language, inOrder);
    expect(inOrder, window).toEqual(
      by === 'forward' ? wanted : wanted.map((moment) => ({ ...moment, asked: false }))
    );
    const news = seen.faults.flatMap(({ scene, position, fault }) => {
      const id = scenes.find((one) => one.titles[language] === scene)?.id;
      const name = `${slug} ${id}: ${fault}`;
      return KNOWN.some((known) => known.test(name)) ? [] : [`${id}, ${position}: ${fault}`];
    });
    expect.soft(news, window).toEqual([]);
    return seen;
  }

  test(`${slug}: every step, forward and back, where it is wide and on a phone, and in both languages`, async ({
    page
  }) => {
    test.slow();
    await prepareWalks(page);
    await page.setViewportSize(WIDE);
    let lesson = new Lesson(page, there, slug);
    await lesson.open();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles[there]);
    await lesson.expectAddress(scenes[0]?.id ?? '', 0);
    await expect(lesson.button(lesson.words.back)).toBeDisabled();
    const { read } = await walkIn(WIDE, lesson, 'forward', true);
    // After the last step of a lesson comes its ending.
    await expect(lesson.button(lesson.words.toEnding)).toBeEnabled();
    await lesson.expectAddress(last?.id ?? '', last?.length ?? NaN);
    await walkIn(PHONE, lesson, 'back');

    const picture = await lesson.picture();
    await page.getByRole('link', { name: lesson.words.otherLanguage }).click();
    lesson = new Lesson(page, back, slug);
    await lesson.awake();
    await expect(page.locator('html')).toHaveAttribute('lang', back);
    await lesson.picturesRead();
    const { equations, grids, step } = await lesson.picture();
    expect(picture).toMatchObject({ equations, grids, step });
    await walkIn(PHONE, lesson, 'forward');

    // From scene to scene by keys, and by links that say where they lead.
    const links = lesson.sceneLinks();
    await expect(links).toHaveCount(scenes.length);
    await links.first().click();
    for (const [index, { id, length }] of scenes.entries()) {
      if (index > 0) await lesson.press('ArrowDown');
      await lesson.expectStep(0, length);
      await expect(links.nth(index)).toHaveAttribute('href', new RegExp(`\\?scene=${id}&step=0$`));
      await expect(links.nth(index)).toHaveAttribute('aria-current', 'true');
      await expect(page.locator('main nav [aria-current]')).toHaveCount(1);
      await lesson.press('End');
      await lesson.expectStep(length, length);
    }
    // There is none after the last, and before it the one that was left comes from its start.
    await lesson.press('ArrowDown', 'Home');
    await lesson.expectStep(0, last?.length ?? NaN);
    await lesson.press('ArrowUp');
    await lesson.expectStep(0, scenes.at(-2)?.length ?? last?.length ?? NaN);
    await links.first().click();
    await lesson.expectAddress(scenes[0]?.id ?? '', 0);

    // A page that is translated reads the same at every step: no number freezes.
    await page.setViewportSize(WIDE);
    lesson = new Lesson(page, there, slug);
    await lesson.open();
    const options = { by: 'forward', positions, measures: null, reads: true, translates: true } as const;
    const translated = (await walk(lesson, options)).read;
    const frozen = read.flatMap((text, index) => (translated[index] === text ? [] : [positions[index]]));
    expect(frozen).toEqual([]);
    expect(translated).toEqual(read);
    // What needs no translation says so.
    const numbers = page.locator('main :is([role=math], [role=grid], .katex, code, pre, .position)');
    const marks = await numbers.evaluateAll((all) =>
      all.map((one) => one.closest('[translate=no]') !== null)
    );
    expect(marks.length).toBeGreaterThan(0);
    expect(marks).not.toContain(false);
  });
}
