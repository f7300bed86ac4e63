import { expectedEquations } from '../../data/equations';
import { LESSONS, type TableLesson } from '../../data/lessons';
import { isTrueEquation } from '../../data/truth';
import { expect, Lesson, test, type Language } from '../lesson';
import { DESKTOP, PHONE } from './looks';

/** What a page shows of one moment. */
interface Moment {
  readonly scene: string;
  readonly position: string;
  readonly asked: boolean;
  readonly equations: readonly string[];
}

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

/**
 * Presses a button of the bar again and again, and tells what is shown after each press, and which parts of the stage
 * are no longer where they were at the first moment of their scene.
 */
async function pressThrough(
  { page, words }: Lesson,
  button: 'forward' | 'back',
  positions: readonly string[]
) {
  return page.evaluate(
    async ([name, expected]) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const position = () =>
        document.querySelector('input[type=range][aria-valuetext*="/"]')?.getAttribute('aria-valuetext');
      const boxes = () =>
        [...document.querySelectorAll('.area, [role=grid], .box')].flatMap((part) => {
          // Filters that share a place take turns in it.
          if (!part.checkVisibility({ visibilityProperty: true })) return [];
          const { x, y, width, height } = part.getBoundingClientRect();
          const name = part.getAttribute('aria-label') ?? part.classList[0] ?? '';
          return [{ name, place: [x, y, width, height].join(', ') }];
        });
      const moments: Moment[] = [];
      const moved: string[] = [];
      let [scene, first] = ['', boxes()];
      for (const [index, wanted] of expected.entries()) {
        if (index > 0) document.querySelector<HTMLElement>(`button[aria-label="${name}"]`)?.click();
        // Usually the first frame has it; a page that does not move on is told apart by what it shows. A photograph
        // stands there as an image until it is read.
        for (let frames = 0; frames < 300; frames++) {
          await frame();
          if (position() === wanted && document.querySelector('main img') === null) break;
        }
        const title = document.querySelector('main .kick')?.textContent?.split(' · ').at(-1)?.trim() ?? '';
        moments.push({
          scene: title,
          position: position() ?? '',
          asked: document.querySelector('form input') !== null,
          equations: [...document.querySelectorAll('[role=math]')].map((leaf) => leaf.textContent ?? '')
        });
        const now = boxes();
        if (scene !== title) [scene, first] = [title, now];
        const places = first.map(({ place }) => place);
        const elsewhere = now.filter(({ place }) => !places.includes(place));
        moved.push(...elsewhere.map(({ name, place }) => `${title}, ${wanted}: ${name}: ${place}`));
      }
      return { moments, moved };
    },
    [words[button], positions] as const
  );
}

for (const table of LESSONS) {
  const { slug, number, scenes, titles } = table;
  const last = scenes.at(-1);

  test(`${slug}: forward through every step, and back in the other language`, async ({ page }) => {
    test.slow();
    // Half of the lessons go forward in Korean, the other half in English.
    const there: Language = number % 2 === 0 ? 'ko' : 'en';
    const back: Language = there === 'ko' ? 'en' : 'ko';
    const positions = scenes.flatMap(({ length }) =>
      Array.from({ length: length + 1 }, (_, step) => `${step} / ${length}`)
    );

    await page.setViewportSize(DESKTOP);
    let lesson = new Lesson(page, there, slug);
    await lesson.open();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles[there]);
    await lesson.expectAddress(scenes[0]?.id ?? '', 0);
    await expect(lesson.button(lesson.words.back)).toBeDisabled();
    const forward = await pressThrough(lesson, 'forward', positions);
    expect(forward.moments).toEqual(momentsOf(table, there, forward.moments));
    expect(forward.moved).toEqual([]);
    // After the last step of a lesson comes its ending.
    await expect(lesson.button(lesson.words.toEnding)).toBeEnabled();
    await lesson.expectAddress(last?.id ?? '', last?.length ?? NaN);

    await lesson.picturesRead();
    const picture = await lesson.picture();
    await page.getByRole('link', { name: lesson.words.otherLanguage }).click();
    lesson = new Lesson(page, back, slug);
    await lesson.awake();
    await expect(page.locator('html')).toHaveAttribute('lang', back);
    await lesson.picturesRead();
    const { equations, grids, step } = await lesson.picture();
    expect(picture).toMatchObject({ equations, grids, step });
    // How many grids stand on stage depends on the room.
    await page.setViewportSize(PHONE);
    const backward = await pressThrough(lesson, 'back', [...positions].reverse());
    const moments = momentsOf(table, back, [...backward.moments].reverse());
    expect(backward.moments).toEqual(moments.reverse().map((moment) => ({ ...moment, asked: false })));
    expect(backward.moved).toEqual([]);
    await lesson.expectAddress(scenes[0]?.id ?? '', 0);

    // From scene to scene by keys, and by links that say where they lead.
    const links = lesson.sceneLinks();
    await expect(links).toHaveCount(scenes.length);
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
  });
}
