import type { Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';
import { LESSONS } from '../../data/lessons';
import { AXE, axeFindings, COLOURS, differentWords, STRUCTURE } from '../accessibility';
import {
  coveredWhenFocused,
  outOfSight,
  smallDigits,
  stuckParts,
  targetFaults,
  windowFaults
} from '../faults';
import { expect, Lesson, test } from '../lesson';
import { DESKTOP, looksOf, type Check } from './looks';

/** What the look at a page needs there, in every page that is opened from now on. */
async function prepareLooks(page: Page): Promise<void> {
  const looks = {
    coveredWhenFocused,
    outOfSight,
    smallDigits,
    stuckParts,
    targetFaults,
    windowFaults
  };
  const sources = Object.entries(looks).map(([name, look]) => `${name}: ${look.toString()}`);
  await page.addInitScript(`${AXE}; Object.assign(window, { ${sources.join(', ')} })`);
}

interface Wanted {
  readonly theme: string;
  /** What the scrubber says where the look is meant for. */
  readonly position: string;
  readonly digits: number;
  readonly checks: readonly Check[];
  /** What axe looks for among words of different colours, and in the whole page. */
  readonly colours: RunOptions;
  readonly structure: RunOptions | null;
  /** The ways in which words were seen to look before, and to be right. */
  readonly known: readonly string[];
}

/** All that is wrong with a page as it stands, once it has come to where it is going, and what words look like there. */
function wrongWith(page: Page, wanted: Wanted): Promise<{ wrong: string[]; ways: string[] }> {
  return page.evaluate(async ({ theme, position, digits, checks, colours, structure, known }) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const isThere = () =>
      document.documentElement.dataset.theme === theme &&
      document.querySelector('input[type=range][aria-valuetext*="/"]')?.ariaValueText === position;
    for (let frames = 0; frames < 300 && !isThere(); frames++) await frame();
    if (!isThere()) return { wrong: ['the page did not come to it'], ways: [] };
    // A window of another size is laid out again in the frame that follows.
    await frame();
    await frame();
    const CHECKS: Record<Check, () => string[]> = {
      window: windowFaults,
      targets: targetFaults,
      reach: coveredWhenFocused,
      sight: outOfSight,
      'sum in sight': () => outOfSight('.box, .bar'),
      room: stuckParts
    };
    const found = smallDigits(digits);
    const { words, ways } = differentWords(known);
    if (words.length > 0) found.push(...(await axeFindings(colours, words)));
    if (structure) found.push(...(await axeFindings(structure)));
    for (const check of checks) found.push(...CHECKS[check]());
    return { wrong: found, ways };
  }, wanted);
}

/** The ways in which words look in lessons that were seen: many are those of other lessons as well. */
const known: string[] = [];

for (const { slug, number, scenes } of LESSONS) {
  test(`${slug}: every scene in every theme, language and size`, async ({ context }) => {
    test.slow();
    const [byHand, byLink] = [
      new Lesson(await context.newPage(), 'en', slug),
      new Lesson(await context.newPage(), 'ko', slug)
    ];
    for (const { page } of [byHand, byLink]) await prepareLooks(page);
    await byHand.open();
    const found: Record<string, string[]> = {};
    for (const [index, { id, length }] of scenes.entries()) {
      await test.step(id, async () => {
        const turn = number + index;
        const steps = { end: length, middle: Math.ceil(length / 2), 'first step': 1 } as const;
        const step = steps.middle;
        const looks = looksOf(turn);
        // How many grids stand on stage depends on the room.
        for (const { page } of [byHand, byLink]) await page.setViewportSize(looks[0]?.size ?? DESKTOP);
        await byHand.sceneLinks().nth(index).click();
        await byHand.slider.fill(`${step}`);
        await byHand.expectStep(step, length);
        // Its own steps have no part in its address but their number; what the address says is shown elsewhere too.
        await byHand.page.waitForURL(`${byHand.path}?scene=${id}&step=${step}`);
        await byLink.open(`?scene=${id}&step=${step}`);
        await expect(byLink.notice).toHaveCount(0);
        for (const lesson of [byHand, byLink]) await lesson.picturesRead();
        const { equations, grids, step: position } = await byHand.picture();
        expect(await byLink.picture()).toMatchObject({ equations, grids, step: position });
        for (const [place, { language, theme, size, moment }] of looks.entries()) {
          const lesson = language === 'en' ? byHand : byLink;
          await lesson.page.setViewportSize(size);
          await lesson.choose(lesson.words.theme, theme);
          await lesson.slider.fill(`${steps[moment]}`);
          const { wrong, ways } = await wrongWith(lesson.page, {
            theme,
            position: `${steps[moment]} / ${length}`,
            digits: size.digits,
            checks: size.checks,
            colours: { runOnly: COLOURS },
            // What a page is made of is the same in every look.
            structure: place === 0 ? STRUCTURE : null,
            known
          });
          known.push(...ways);
          const name = `${id}, ${moment}, ${size.width}×${size.height}, ${language}, ${theme}`;
          if (wrong.length > 0) found[name] = wrong;
        }
      });
    }
    expect(found).toEqual({});
  });
}
