import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver } from './drivers/driver';
import { handle } from './handle';
import { LESSONS, pagesOf, type Turn } from './lessons';
import { project } from './project';
import { EDITABLE, Site } from './site';

const WIDE = [1440, 810] as const;
const PHONE = [390, 844] as const;

/** After so many steps a scene is taken to its end at once. */
const MOST_STEPS = 12;

/**
 * All that a learner does on the site, in one browser; each test in the page that the one before has left.
 *
 * @param languageOf the languages in turn
 */
export function walk(start: () => Promise<Driver>, languageOf: Turn): void {
  let driver: Driver;
  let site: Site;

  beforeAll(async () => {
    driver = await start();
    site = new Site(driver);
  });
  afterAll(() => driver.close());

  const lessons = LESSONS.map((lesson, index) => ({
    lesson,
    language: languageOf(index),
    slug: lesson.slug
  }));

  it.each(pagesOf(languageOf))('/%s fits a desk and a phone', async (path) => {
    await driver.resize(...WIDE);
    await site.visit(path);
    const isPage = /^(?:en|ko)\//.test(path);
    if (isPage) await site.awake(path);
    expect(await sideways(), 'sideways on a desk').toBe(0);
    if (path.includes('lessons/')) expect(await tooTall(), 'taller than a desk').toBe(0);
    await driver.resize(...PHONE);
    await site.until('a phone', () => innerWidth < 400);
    expect(await sideways(), 'sideways on a phone').toBe(0);
    expect(await site.faults()).toEqual([]);
  });

  it.each(lessons)('every scene of $slug goes forward, back and to its end', async ({ lesson, language }) => {
    await driver.resize(...WIDE);
    await site.open(`${language}/lessons/${lesson.slug}/?scene=${lesson.scenes[0]?.id}&step=0`);
    for (const { id } of lesson.scenes) {
      await site.expectScene(id);
      await site.press('ArrowRight', 'ArrowRight', 'ArrowLeft');
      await site.expectStep(1);
      await site.press('End');
      const { last } = await site.step();
      await site.expectStep(last);
      await site.until(`the mark of ${id} at the end`, () => {
        const [mark, track] = ['.now', '.inner'].map((name) =>
          document.querySelector(`.scrubber ${name}`)?.getBoundingClientRect()
        );
        return mark !== undefined && track !== undefined && Math.abs(mark.right - track.right) < 2;
      });
      await site.press('Home', 'ArrowDown');
    }
    await driver.resize(...PHONE);
    await site.until('a phone', () => innerWidth < 400);
    for (const { id } of [...lesson.scenes].reverse()) {
      await site.expectScene(id);
      await site.press('End');
      expect(await stageSideways(), `the stage of ${id}, sideways on a phone`).toBe(0);
      await site.press('ArrowUp');
    }
    expect(await site.faults()).toEqual([]);
  });

  const asked = lessons.flatMap(({ lesson, language }) =>
    lesson.scenes
      .filter(({ predictions = [] }) => predictions.length > 0)
      .slice(0, 1)
      .map(({ id }) => ({ address: `${language}/lessons/${lesson.slug}/?scene=${id}&step=0`, id }))
  );

  it.each(asked)('the question of $id is answered', async ({ address }) => {
    await site.open(address);
    for (let step = 1; step <= MOST_STEPS && !(await isAsked()); step++) {
      await site.press('ArrowRight');
      await site.expectStep(step);
    }
    expect(await site.focus('.question form input')).toBe(true);
    await driver.type('1/7');
    await site.press('Enter');
    await site.until(
      'a second try',
      () => document.querySelector('.question form .problem')?.textContent !== undefined
    );
    await site.press('Enter');
    await site.until(
      'an explanation with the focus',
      () => document.activeElement?.matches('.card') === true
    );
    expect(await driver.run(() => document.activeElement?.querySelector('p')?.textContent)).toContain('1/7');
    expect(await site.faults()).toEqual([]);
  });

  const edited = lessons.flatMap(({ lesson, language }) =>
    lesson.scenes
      .filter(({ editable }) => editable)
      .map(({ id }) => ({ address: `${language}/lessons/${lesson.slug}/?scene=${id}&step=0`, id }))
  );

  it.each(edited)('a number of $id is changed', async ({ address }) => {
    await site.open(address);
    // Some numbers are there only when they have been computed.
    await site.press('End');
    await site.expectStep((await site.step()).last);
    if (await site.focus(EDITABLE)) {
      const old = await driver.run(() => document.activeElement?.textContent?.trim());
      await site.press('F2');
      await driver.control('a');
      await driver.type(old === '1' ? '2' : '1');
      await site.press('Enter');
    } else {
      const isField = await site.focus('.stage input[type=range], .stage input[type=number]');
      expect(isField || (await site.focus('.stage-extra .buttons button'))).toBe(true);
      await site.press(isField ? 'ArrowUp' : 'Enter');
    }
    await site.until('numbers in the address', () =>
      [...new URLSearchParams(location.search).keys()].some(
        (key) => !['scene', 'step', 'grain'].includes(key)
      )
    );
    expect(await site.faults()).toEqual([]);
  });

  handle(() => site);
  project(() => site);

  async function isAsked(): Promise<boolean> {
    return driver.run(() => document.querySelector('.question form input') !== null);
  }

  /** How many pixels the page can be scrolled sideways. */
  async function sideways(): Promise<number> {
    return driver.run(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
  }

  /** The same of the area that the grids stand on. A grid of more than ten columns may be panned on a phone. */
  async function stageSideways(): Promise<number> {
    return driver.run(() => {
      const area = document.querySelector('.stage .area');
      const columns = [...(area?.querySelectorAll('[role=grid]') ?? [])].map(({ ariaColCount }) =>
        Number(ariaColCount)
      );
      return area && Math.max(...columns) <= 10 ? area.scrollWidth - area.clientWidth : 0;
    });
  }

  async function tooTall(): Promise<number> {
    return driver.run(() => Math.max(0, document.documentElement.scrollHeight - innerHeight));
  }
}
