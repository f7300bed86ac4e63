import type { Page } from '@playwright/test';

/** Pixels of a projector's picture of 1080 lines, readable from eight metres. Names stand above grids, corners in cells. */
const LEAST = { digits: 40, caption: 32, names: 28, corners: 24 } as const;

/** What is wrong with one scene, and where it was seen first. */
export type SceneFaults = Record<string, string>;

/** Goes through a projected lesson step by step and gathers what cannot be read from the last row, by scene. */
export function readLesson(page: Page): Promise<Record<string, SceneFaults>> {
  return page.evaluate(async (least) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const painted = async () => {
      await frame();
      await frame();
    };
    const shown = () => new Promise((resolve) => setTimeout(resolve));

    /** How far two parts lie on one another; negative where they are apart. */
    function overlap(one: Element, other: Element): { across: number; down: number } {
      const [first, second] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      return {
        across: Math.min(first.right, second.right) - Math.max(first.left, second.left),
        down: Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top)
      };
    }

    function readStep(): { scene: string; at: string; wrong: string[] } {
      const wrong: string[] = [];
      const canvas = document.querySelector('[data-canvas]') as HTMLElement;
      const frame = canvas.getBoundingClientRect();
      const scale = frame.width / canvas.offsetWidth;
      const caption = document.querySelector('.caption') as HTMLElement;
      const words = caption.querySelector('.words') as HTMLElement;
      const foot = caption.getBoundingClientRect().top;
      const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
      const nameOf = (element: Element) =>
        element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 24) ?? '';

      // Letters below the line are parts of names; the size of a grid is a name as well.
      const NAMES = '.label, .name, .title, .place:not(:has([role=grid])), .letter, button, sub';
      const texts = document.createTreeWalker(
        canvas.querySelector('.stage') as Element,
        NodeFilter.SHOW_TEXT
      );
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const element = text.parentElement as HTMLElement;
        if (!text.textContent?.trim() || !isSeen(element) || element.closest('.visually-hidden')) continue;
        const size = Math.round(parseFloat(getComputedStyle(element).fontSize) * scale * 10) / 10;
        const isName = element.closest(NAMES) !== null && !element.closest('.term');
        const limit = element.closest('.corner') ? least.corners : isName ? least.names : least.digits;
        const matters = isName || /\d/.test(text.textContent);
        if (matters && size < limit) wrong.push(`${element.className || element.tagName}: ${size} px`);
      }
      const letters = parseFloat(getComputedStyle(words).fontSize) * scale;
      if (letters < least.caption) wrong.push(`caption: ${letters} px`);
      if (words.scrollHeight > words.clientHeight + 1) wrong.push('the caption is cut');

      const grids = [...canvas.querySelectorAll('.stage [role=grid]')].filter(isSeen);
      for (const part of canvas.querySelectorAll('.stage :is([role=grid], .label > *, .box)')) {
        if (!isSeen(part)) continue;
        const { left, right, top, bottom } = part.getBoundingClientRect();
        if (left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > foot + 1) {
          wrong.push(`${nameOf(part)} leaves the picture`);
        }
        const isCut = part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1;
        if (part.matches('.box') && isCut) wrong.push(`${nameOf(part)} is cut`);
      }
      for (const [index, one] of grids.entries()) {
        for (const other of grids.slice(index + 1)) {
          const stack = one.closest('[data-stack]');
          if (stack !== null && stack === other.closest('[data-stack]')) continue;
          const { across, down } = overlap(one, other);
          if (across > 1 && down > 1) wrong.push(`${nameOf(one)} lies on ${nameOf(other)}`);
        }
      }
      const names = [...canvas.querySelectorAll('.stage .label > :is(.words, .short)')].filter(isSeen);
      for (const [index, name] of names.entries()) {
        for (const other of [...names.slice(index + 1), ...grids]) {
          const { across, down } = overlap(name, other);
          if (across > 2 && down > 4) wrong.push(`${nameOf(name)} lies on ${nameOf(other)}`);
        }
      }
      const scene = document.querySelector<HTMLElement>('[data-scene]')?.dataset.scene ?? '';
      const isAsked = caption.querySelector('.mark') !== null;
      return { scene, at: `${scene} ${caption.querySelector('.position b')?.textContent} ${isAsked}`, wrong };
    }

    const all: Record<string, SceneFaults> = {};
    let [here, before] = ['', ''];
    for (;;) {
      let step = readStep();
      // What is wrong at once, or the same as before, may only wait for the next frame; the first step of a scene is
      // given the time to take its place.
      if (step.scene !== here || step.at === before || step.wrong.length > 0) {
        await painted();
        step = readStep();
      }
      for (const fault of step.wrong) (all[step.scene] ??= {})[fault] ??= step.at;
      // Behind the last step of the last scene there is nothing.
      if (step.at === before) return all;
      [here, before] = [step.scene, step.at];
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { code: 'ArrowRight', key: 'ArrowRight', bubbles: true })
      );
      await shown();
    }
  }, LEAST);
}
