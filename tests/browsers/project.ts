import { expect, it } from 'vitest';
import type { Driver } from './drivers/driver';
import { LESSONS } from './lessons';
import { EDITABLE, Site } from './site';

/** All that a teacher does in front of a class, in the window that the class sees and in the speaker's. */
export function project(siteOf: () => Site): void {
  /** Its numbers are there from the start, and can be changed. */
  const isWanted = ({ kind, editable }: (typeof LESSONS)[number]['scenes'][number]) =>
    kind === 'sliding-window' && editable === true;
  const lesson = LESSONS.find(({ scenes }) => scenes.some(isWanted));
  const scene = lesson?.scenes.find(isWanted);
  const address = (step: number) => `en/present/${lesson?.slug}/?scene=${scene?.id}&step=${step}`;

  const stepOf = (driver: Driver) =>
    driver.run(() => Number(document.querySelector('.position b')?.textContent?.split(' / ')[0]));
  const expectStep = (driver: Driver, step: number) =>
    expect.poll(() => stepOf(driver), { timeout: 8_000, interval: 30 }).toBe(step);
  const isBlack = (driver: Driver) => driver.run(() => document.querySelector('.black') !== null);
  const strokes = (driver: Driver) => driver.run(() => document.querySelectorAll('.layer path').length);

  it('projection goes forward and back by arrows and by a clicker, which makes it black as well', async () => {
    const { driver } = siteOf();
    await driver.resize(1440, 810);
    await siteOf().open(address(0));
    await siteOf().press('ArrowRight');
    await expectStep(driver, 1);
    await siteOf().press('ArrowLeft');
    await expectStep(driver, 0);
    await siteOf().press('PageDown');
    await expectStep(driver, 1);
    await siteOf().press('PageUp');
    await expectStep(driver, 0);
    for (const key of ['.', 'b']) {
      await driver.type(key);
      await expect.poll(() => isBlack(driver)).toBe(true);
      await siteOf().press('PageDown');
      await expect.poll(() => isBlack(driver)).toBe(false);
    }
    await expectStep(driver, 0);
    expect(await siteOf().faults()).toEqual([]);
  });

  it('projection keeps a stroke of the pen with its step', async () => {
    const { driver } = siteOf();
    await siteOf().open(address(0));
    await driver.type('d');
    await siteOf().until('the pen', () => document.querySelector('.layer.pen') !== null);
    await driver.drag({ x: 300, y: 200 }, { x: 400, y: 260 });
    await expect.poll(() => strokes(driver)).toBe(1);
    await siteOf().press('ArrowRight');
    await expect.poll(() => strokes(driver)).toBe(0);
    await siteOf().press('ArrowLeft');
    await expect.poll(() => strokes(driver)).toBe(1);
    await driver.type('x');
    await expect.poll(() => strokes(driver)).toBe(0);
    await siteOf().press('Escape');
    expect(await siteOf().faults()).toEqual([]);
  });

  it('projection lets a number be changed', async () => {
    const { driver } = siteOf();
    await siteOf().open(address(0));
    await driver.type('e');
    await siteOf().until(
      'cells that can be changed',
      (cell) => document.querySelector(cell) !== null,
      EDITABLE
    );
    expect(await siteOf().focus(EDITABLE)).toBe(true);
    const old = await driver.run(() => document.activeElement?.textContent?.trim());
    await siteOf().press('F2');
    await driver.control('a');
    await driver.type(old === '1' ? '2' : '1');
    await siteOf().press('Enter');
    await siteOf().until('numbers in the address', () =>
      [...new URLSearchParams(location.search).keys()].some(
        (key) => !['scene', 'step', 'grain'].includes(key)
      )
    );
    expect(await siteOf().faults()).toEqual([]);
  });

  it('the speaker’s window drives the class’s, and the other way round', async () => {
    const { driver } = siteOf();
    await siteOf().open(address(0));
    await driver.type('s');
    const speaker = await driver.opened('/speaker/');
    const desk = new Site(speaker);
    await desk.awake(`en/present/${lesson?.slug}/speaker/`);
    await expectStep(speaker, 0);
    await desk.press('ArrowRight');
    await expectStep(driver, 1);
    await siteOf().press('ArrowLeft');
    await expectStep(speaker, 0);
    await speaker.close();
    expect(await siteOf().faults()).toEqual([]);
  });
}
