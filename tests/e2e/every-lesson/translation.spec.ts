import type { Page } from '@playwright/test';
import { LESSONS } from '../../data/lessons';
import { expect, Lesson, test, type Language } from '../lesson';
import { DESKTOP } from './looks';

/**
 * Every step of a lesson, forward from its first one: what can be read of the page. A translator puts two `<font>`
 * elements around all words, as that of Chrome does; it has the same words in them, so what can be read stays the same.
 */
async function readThrough(page: Page, translates: boolean, positions: readonly string[], forward: string) {
  return page.evaluate(
    async ({ translates, positions, forward }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      /** Puts the words that are not yet in such elements into them, each text in the place of its own node. */
      function translate() {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const { parentElement } = node;
          const isOurs = !parentElement || parentElement.closest('font, script, style, noscript, textarea');
          if (node instanceof Text && node.data.trim() && !isOurs) texts.push(node);
        }
        for (const text of texts) {
          const [outer, inner] = [document.createElement('font'), document.createElement('font')];
          inner.append(text.data);
          outer.append(inner);
          text.replaceWith(outer);
        }
      }
      const position = () =>
        document.querySelector('input[type=range][aria-valuetext*="/"]')?.getAttribute('aria-valuetext');
      const read: string[] = [];
      for (const [index, wanted] of positions.entries()) {
        if (index > 0) document.querySelector<HTMLElement>(`button[aria-label="${forward}"]`)?.click();
        for (let frames = 0; frames < 300; frames++) {
          await frame();
          if (position() === wanted && document.querySelector('main img') === null) break;
        }
        const words = () => (document.querySelector('main')?.innerText ?? '').replace(/\s+/g, ' ');
        // After the last step comes the ending, whose exercises are fetched: it is read when nothing is added any more.
        for (let still = 0, before = words(); index === positions.length - 1 && still < 30; still++) {
          await frame();
          const now = words();
          if (now !== before) [still, before] = [0, now];
        }
        read.push(words());
        if (translates) translate();
      }
      return read;
    },
    { translates, positions, forward }
  );
}

for (const { slug, number, scenes } of LESSONS) {
  test(`${slug}: no number freezes in a page that is translated`, async ({ page }) => {
    test.slow();
    await page.setViewportSize(DESKTOP);
    const language: Language = number % 2 === 0 ? 'en' : 'ko';
    const lesson = new Lesson(page, language, slug);
    const positions = scenes.flatMap(({ length }) =>
      Array.from({ length: length + 1 }, (_, step) => `${step} / ${length}`)
    );
    const readings: string[][] = [];
    for (const translates of [false, true]) {
      await lesson.open();
      readings.push(await readThrough(page, translates, positions, lesson.words.forward));
    }
    const [plain = [], translated = []] = readings;
    expect(plain).toHaveLength(positions.length);
    const frozen = plain.flatMap((text, index) => (translated[index] === text ? [] : [positions[index]]));
    expect(frozen).toEqual([]);
    expect(translated).toEqual(plain);

    // What needs no translation says so.
    const numbers = page.locator('main :is([role=math], [role=grid], .katex, code, pre, .position)');
    expect(await numbers.count()).toBeGreaterThan(0);
    for (const part of await numbers.all()) {
      expect(await part.evaluate((element) => element.closest('[translate=no]') !== null)).toBe(true);
    }
  });
}
