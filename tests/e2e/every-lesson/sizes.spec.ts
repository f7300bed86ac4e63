import { LESSONS } from '../../data/lessons';
import { expect, Lesson, test } from '../lesson';
import { LANGUAGES } from './looks';

/** A projector, an old laptop, and a phone whose browser shows its bars. */
const SIZES = [
  { width: 1024, height: 768, isPhone: false },
  { width: 1366, height: 625, isPhone: false },
  { width: 390, height: 664, isPhone: true }
];

/** Pixels that letters may be high at the least: digits of cells and equations, and all other words with digits. */
const DIGITS = 14;
const WORDS = 12;

for (const { slug, number, scenes } of LESSONS) {
  test(`${slug}: at no step is anything cut, or a digit too small`, async ({ page }) => {
    test.slow();
    const wrong: Record<string, string[]> = {};
    for (const [turn, { width, height, isPhone }] of SIZES.entries()) {
      const language = LANGUAGES[(number + turn) % LANGUAGES.length] ?? 'ko';
      await page.setViewportSize({ width, height });
      const lesson = new Lesson(page, language, slug);
      await lesson.open();
      const found = await page.evaluate(measureSteps, {
        scenes: scenes.map(({ id, length }) => ({ id, length })),
        isPhone,
        digits: DIGITS,
        words: WORDS
      });
      if (found.length > 0) wrong[`${width}×${height}, ${language}`] = found;
    }
    expect(wrong).toEqual({});
  });
}

interface Wanted {
  readonly scenes: readonly { readonly id: string; readonly length: number }[];
  readonly isPhone: boolean;
  readonly digits: number;
  readonly words: number;
}

/** In the page: goes through all steps of all scenes, and tells what is cut and which digits are too small. */
async function measureSteps({ scenes, isPhone, digits, words }: Wanted): Promise<string[]> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const found = new Set<string>();

  /** What can be seen of an element's words: what no ancestor cuts off. A phone is scrolled up and down. */
  function clipOf(element: Element): { left: number; right: number; top: number; bottom: number } {
    const clip = {
      left: 0,
      right: innerWidth,
      top: isPhone ? -Infinity : 0,
      bottom: isPhone ? Infinity : innerHeight
    };
    for (let around = element.parentElement; around; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around);
      const { left, right, top, bottom } = around.getBoundingClientRect();
      if (overflowX !== 'visible') {
        clip.left = Math.max(clip.left, left);
        clip.right = Math.min(clip.right, right);
      }
      if (overflowY !== 'visible' && !isPhone) {
        clip.top = Math.max(clip.top, top);
        clip.bottom = Math.min(clip.bottom, bottom);
      }
    }
    return clip;
  }

  function measure(scene: string, stage: Element): void {
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const element = node.parentElement;
      if (!text || !element || element.closest('.visually-hidden, option, [inert]')) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const grid = element.closest('[role=grid]');
      const name = grid?.getAttribute('aria-label') ?? text.slice(0, 30);
      const isNumber = grid !== null || element.closest('[data-term], .pieces, .total, [role=math]') !== null;
      const least = isNumber && !element.closest('.corner') ? digits : words;
      const size = parseFloat(getComputedStyle(element).fontSize);
      if (/\d/.test(text) && size < least - 0.05) found.add(`${scene}: ${name}: ${size.toFixed(1)} px`);
      // Very long rows may be moved under a phone's window.
      if (isPhone && Number(grid?.getAttribute('aria-colcount')) > 10) continue;
      if (isPhone && element.closest('.over')) continue;
      // Where a name needs the room, the size beside it is not there.
      if (element.matches('.label > .size')) continue;
      range.selectNodeContents(node);
      const place = range.getBoundingClientRect();
      const clip = clipOf(element);
      const across = place.left < clip.left - 1 || place.right > clip.right + 1;
      // What stands below the block is scrolled to.
      const down = place.top < clip.top - 3 || place.bottom > clip.bottom + 3;
      if (across || (down && element.closest('.stage-block'))) found.add(`${scene}: ${name} is cut`);
    }
  }

  const links = [...document.querySelectorAll<HTMLElement>('main nav a[href*="scene="]')];
  for (const [index, { id, length }] of scenes.entries()) {
    links[index]?.click();
    for (let step = 0; step <= length; step++) {
      const slider = document.querySelector<HTMLInputElement>('input[type=range][aria-valuetext*="/"]');
      const stage = document.querySelector('.stage');
      if (!slider || !stage) throw new Error('there is no stage');
      slider.value = `${step}`;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      for (let frames = 0; frames < 300; frames++) {
        await frame();
        const isThere = slider.getAttribute('aria-valuetext') === `${step} / ${length}`;
        if (isThere && document.querySelector('main img') === null) break;
      }
      measure(id, stage);
    }
  }
  return [...found];
}
