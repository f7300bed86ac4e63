import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What may be otherwise in another theme. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];

/** All rules but those about colours, for a page whose colours are looked at besides. */
export const STRUCTURE: RunOptions = {
  runOnly: TAGS,
  rules: Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }]))
};

/** In the page, once its source ran there. */
declare const axe: {
  run: (context: { include: Element[] }, options: RunOptions) => Promise<AxeResults>;
};

/** What brings axe into a page, and with it what looks for faults there by the same names as here. */
export const AXE = [
  readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  `Object.assign(window, { axeFindings: ${axeFindings.toString()}, differentWords: ${differentWords.toString()} });`
].join(';');

/**
 * In the page: what axe finds wrong with it as it stands, a rule and a place each. There are no frames, so one run is
 * all of it, and only what is wrong is brought out of there: the long list of what is right takes as long to carry as
 * all rules take to run.
 *
 * @param include what is looked at
 */
export async function axeFindings(
  options: RunOptions,
  include: Element[] = [document.documentElement]
): Promise<string[]> {
  const { violations } = await axe.run(
    { include },
    { resultTypes: ['violations'], preload: false, ...options }
  );
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => ({ id, selector: target.join(' ') }))
  );
  /**
   * What is covered only for now: a plane of a stack behind another, which its name brings to the front; and what is large
   * enough, partly under the transport bar, and comes out when the page is scrolled.
   */
  function isCoveredForNow(selector: string): boolean {
    const target = document.querySelector(selector);
    if (target?.closest('[data-stack] > :not(.front)')) return true;
    const bar = document.querySelector('.lesson > .bar')?.getBoundingClientRect();
    if (!target || !bar || target.closest('.lesson > .bar')) return false;
    const { top, bottom, width, height } = target.getBoundingClientRect();
    const canCome = document.documentElement.scrollHeight - innerHeight - scrollY >= bottom - bar.top;
    return width >= 24 && height >= 24 && top < bar.bottom && bottom > bar.top && canCome;
  }
  return found
    .filter(({ id, selector }) => id !== 'target-size' || !isCoveredForNow(selector))
    .map(({ id, selector }) => `${id}: ${selector}`);
}

/**
 * In the page: words, one for each way in which words look: their colour, whether they are large, and the colours of all
 * that lies where they stand. Colours that are right for one of them are right for all that look the same, and there are
 * hundreds: the digits of cells.
 *
 * @param known ways that were looked at before, and are left out
 */
export function differentWords(known: readonly string[] = []): { words: HTMLElement[]; ways: string[] } {
  const found = new Map<string, HTMLElement>();
  // What lets the pointer through is seen as well.
  const solid = new CSSStyleSheet();
  solid.replaceSync('* { pointer-events: auto !important }');
  document.adoptedStyleSheets.push(solid);
  const layers = new Map<Element, { background: string; image: string; opacity: string }>();
  const layerOf = (element: Element) => {
    const known = layers.get(element);
    if (known) return known;
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
    const layer = { background: backgroundColor, image: backgroundImage, opacity };
    layers.set(element, layer);
    return layer;
  };
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const words = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
    if (!words || !element.checkVisibility({ visibilityProperty: true })) continue;
    const { x, y, width, height } = element.getBoundingClientRect();
    const stack = document.elementsFromPoint(x + width / 2, y + height / 2);
    // What is outside of the window lies on what is around it.
    if (!stack.includes(element)) {
      for (let around: Element | null = element; around; around = around.parentElement) stack.push(around);
    }
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    // WCAG 1.4.3 asks less of large words: from 18 points on, and from 14 where they are bold.
    const isLarge = parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24);
    // What is clear paints nothing, and what is solid under the words hides the rest, unless something is half clear.
    const seen = stack.filter((one) => layerOf(one).opacity !== '0' || one.contains(element));
    const isWhole = seen.every((one) => layerOf(one).opacity === '1');
    const under: string[] = [];
    let isReached = false;
    let isCovered = false;
    for (const one of seen) {
      const { background, image, opacity } = layerOf(one);
      isReached ||= one === element;
      // A colour with a share of its own, after a comma or a slash, lets through what is behind it.
      const isSolid = isWhole && /^(?!rgba)[a-z]+\([^/]+\)$/.test(background);
      isCovered = isSolid && !isReached && !element.contains(one);
      const isClear = background === 'rgba(0, 0, 0, 0)' && image === 'none' && opacity === '1';
      if (!isClear) under.push(`${isReached ? 'under' : 'over'} ${background} ${image} ${opacity}`);
      if (isCovered || (isSolid && isReached)) break;
    }
    // Nobody sees words under the bar; where they come out they are looked at.
    if (isCovered) continue;
    // A link must stand out from the words around it as well.
    const link = element.closest('a');
    const around = link?.parentElement && getComputedStyle(link.parentElement).color;
    const line = link && getComputedStyle(link).textDecorationLine;
    const way = (size: 'large' | 'small') => [color, size, around, line, ...under].join('\n');
    const isKnown = (one: string) => found.has(one) || known.includes(one);
    // What is right for small words is right for large ones.
    if (isKnown(way('small')) || (isLarge && isKnown(way('large')))) continue;
    found.set(way(isLarge ? 'large' : 'small'), element);
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== solid);
  return { words: [...found.values()], ways: [...found.keys()] };
}

async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
}

/** All that axe finds wrong with a page as it stands. */
export async function findings(page: Page): Promise<string[]> {
  await bringAxe(page);
  return page.evaluate(axeFindings, { runOnly: TAGS });
}

/** What is looked for in a theme: all in the light one, colours in the others, for what a page is made of is the same. */
export const findingsIn = (theme: string) => (theme === 'light' ? findings : colourFindings);

/** What axe finds wrong with the colours alone: for a page that has been gone through in another theme. */
async function colourFindings(page: Page): Promise<string[]> {
  await bringAxe(page);
  return page.evaluate((runOnly) => axeFindings({ runOnly }, differentWords().words), COLOURS);
}
