import type { Page } from '@playwright/test';
import { LESSONS } from '../../data/lessons';
import { findings } from '../accessibility';
import { coveredWhenFocused, faults, outOfSight, smallDigits, smallTargets, stuckParts } from '../faults';
import { expect, Lesson, test } from '../lesson';
import { DESKTOP, looksOf, type Check, type Size } from './looks';

const CHECKS: Record<Check, (page: Page) => Promise<string[]>> = {
  window: faults,
  targets: smallTargets,
  reach: coveredWhenFocused,
  sight: outOfSight,
  'sum in sight': (page) => outOfSight(page, '.box, .bar'),
  room: stuckParts
};

/** All that is wrong with a page as it stands. */
async function wrongWith(page: Page, { digits, checks }: Size, isFirst: boolean): Promise<string[]> {
  // What a page is made of is the same in every look but for its colours.
  const found = [
    ...(await smallDigits(page, digits)),
    ...(await findings(page, isFirst ? undefined : 'colours'))
  ];
  for (const check of checks) found.push(...(await CHECKS[check](page)));
  return found;
}

for (const { slug, number, scenes } of LESSONS) {
  test(`${slug}: every scene in every theme, language and size`, async ({ context }) => {
    test.slow();
    const [byHand, byLink] = [
      new Lesson(await context.newPage(), 'en', slug),
      new Lesson(await context.newPage(), 'ko', slug)
    ];
    await byHand.open();
    const found: Record<string, string[]> = {};
    for (const [index, { id, length }] of scenes.entries()) {
      await test.step(id, async () => {
        const turn = number + index;
        const steps = { end: length, middle: Math.ceil(length / 2), 'first step': 1 } as const;
        const step = steps.middle;
        // How many grids stand on stage depends on the room.
        for (const { page } of [byHand, byLink]) await page.setViewportSize(DESKTOP);
        await byHand.sceneLinks().nth(index).click();
        await byHand.slider.fill(`${step}`);
        await byHand.expectStep(step, length);
        // Its own steps have no part in its address but their number; what the address says is shown elsewhere too.
        await expect(byHand.page).toHaveURL(`${byHand.path}?scene=${id}&step=${step}`);
        await byLink.open(`?scene=${id}&step=${step}`);
        await expect(byLink.notice).toHaveCount(0);
        for (const lesson of [byHand, byLink]) await lesson.picturesRead();
        const { equations, grids, step: position } = await byHand.picture();
        expect(await byLink.picture()).toMatchObject({ equations, grids, step: position });
        for (const [place, look] of looksOf(turn).entries()) {
          const lesson = look.language === 'en' ? byHand : byLink;
          await lesson.page.setViewportSize(look.size);
          await lesson.choose(lesson.words.theme, look.theme);
          await expect(lesson.page.locator('html')).toHaveAttribute('data-theme', look.theme);
          await lesson.slider.fill(`${steps[look.moment]}`);
          await lesson.expectStep(steps[look.moment], length);
          const wrong = await wrongWith(lesson.page, look.size, place === 0);
          const name = `${id}, ${look.moment}, ${look.size.width}×${look.size.height}, ${look.language}, ${look.theme}`;
          if (wrong.length > 0) found[name] = wrong;
        }
      });
    }
    expect(found).toEqual({});
  });
}
