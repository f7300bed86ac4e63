import type { Page } from '@playwright/test';

/** Pixels of a projector's picture of 1080 lines, readable from eight metres. */
export const LEAST = { digits: 40, caption: 32 } as const;

/** Scenes whose grids leave no room for digits of 40 px, with what they have. */
export const SMALL_SCENES: Readonly<Record<'16:9' | '4:3', Readonly<Record<string, number>>>> = {
  '16:9': {
    'convolution/flipped': 34.5,
    'stride/side-by-side': 38,
    'padding/valid-same-full': 37,
    'channels/photograph': 34,
    'filter-bank/three-filters': 33,
    'filter-bank/one-by-one': 34.5,
    'filter-bank/groups': 26,
    'pooling/global-average': 38
  },
  '4:3': {
    'pixels/four-by-four-image': 34,
    'convolution/flipped': 22.5,
    'stride/side-by-side': 36,
    'stride/how-many-fit': 39.5,
    'stride/what-is-left': 39.5,
    'padding/valid-same-full': 39,
    'output-size/four-notations': 33.5,
    'channels/one-filter': 33,
    'channels/photograph': 37,
    'channels/four-channels': 36.5,
    'channels/first-row-zero': 33,
    'filter-bank/three-filters': 31.5,
    'filter-bank/one-by-one': 28,
    'filter-bank/groups': 28,
    'pooling/strong-and-weak': 39.5,
    'pooling/global-average': 34.5
  }
};

interface SceneSizes {
  readonly scene: string;
  /** The smallest digit of a cell or an equation, in pixels of the screen. */
  readonly least: number;
  readonly caption: number;
  readonly wrong: readonly string[];
}

/** Reads a projected lesson scene by scene, each at its last step. */
export async function readScenes(
  page: Page,
  faults: (page: Page) => Promise<string[]>
): Promise<SceneSizes[]> {
  const all: SceneSizes[] = [];
  for (;;) {
    await page.keyboard.press('End');
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    );
    all.push({ ...(await sizesHere(page)), wrong: [...(await cutParts(page)), ...(await faults(page))] });
    await page.keyboard.press('ArrowDown');
    // After the last scene there is none.
    const [step = '', length] = (await page.locator('.position b').innerText()).split(' / ');
    if (step === length) return all;
  }
}

function sizesHere(page: Page): Promise<Omit<SceneSizes, 'wrong'>> {
  return page.evaluate(() => {
    const canvas = document.querySelector('[data-canvas]') as HTMLElement;
    const scale = canvas.getBoundingClientRect().width / canvas.offsetWidth;
    const sizeOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize) * scale;
    const digits = [...canvas.querySelectorAll('[role=gridcell], .term, [role=math] ~ * b')].filter(
      (element) =>
        /\d/.test(element.textContent ?? '') && element.checkVisibility({ visibilityProperty: true })
    );
    return {
      scene: document.querySelector<HTMLElement>('[data-scene]')?.dataset.scene ?? '',
      least: Math.round(Math.min(...digits.map(sizeOf)) * 10) / 10,
      caption: Math.round(sizeOf(document.querySelector('.caption .words') as Element) * 10) / 10
    };
  });
}

/** What leaves the canvas, lies under the caption, or is cut by its own box. */
function cutParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const canvas = (document.querySelector('[data-canvas]') as HTMLElement).getBoundingClientRect();
    const { top: foot } = (document.querySelector('.caption') as HTMLElement).getBoundingClientRect();
    for (const part of document.querySelectorAll('.stage :is([role=grid], .label, .box)')) {
      if (!part.checkVisibility({ visibilityProperty: true })) continue;
      const { left, right, top, bottom } = part.getBoundingClientRect();
      const name = part.getAttribute('aria-label') ?? part.textContent?.trim().slice(0, 20) ?? '';
      if (left < canvas.left - 1 || right > canvas.right + 1 || top < canvas.top - 1 || bottom > foot + 1) {
        found.push(`${name} leaves the picture`);
      }
      const scrolls = part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1;
      if (part.matches('.box') && scrolls) found.push(`${part.className}: ${name} is cut`);
    }
    const words = document.querySelector('.caption .words') as HTMLElement;
    if (words.scrollHeight > words.clientHeight + 1) found.push('the caption is cut');
    return found;
  });
}
