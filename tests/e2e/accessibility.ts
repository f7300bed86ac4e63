import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What may be otherwise in another theme. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** In the page, once its source ran there. */
declare const axe: { run: (options: RunOptions) => Promise<AxeResults> };

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong with a page as it stands: a rule and a place each. There are no frames, so one run in the page
 * itself is all of it, and only what is wrong is brought out of there: the long list of what is right takes as long to
 * carry as all rules take to run.
 *
 * @param only the colours alone: for a page whose other looks have been gone through already
 */
export async function findings(page: Page, only?: 'colours'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  const wrong = await page.evaluate(
    async (runOnly) => {
      const { violations } = await axe.run({ resultTypes: ['violations'], runOnly });
      return violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ target }) => ({ target }))
      }));
    },
    only ? COLOURS : TAGS
  );
  // What is covered only for now: a plane of a stack behind another, which its name brings to the front; and what is
  // large enough, partly under the transport bar, and comes out when the page is scrolled.
  const coveredForNow = await page.evaluate(
    (selectors) =>
      selectors.filter((selector) => {
        const target = document.querySelector(selector);
        if (target?.closest('[data-stack] > :not(.front)')) return true;
        const bar = document.querySelector('.lesson > .bar')?.getBoundingClientRect();
        if (!target || !bar || target.closest('.lesson > .bar')) return false;
        const { top, bottom, width, height } = target.getBoundingClientRect();
        const canCome = document.documentElement.scrollHeight - innerHeight - scrollY >= bottom - bar.top;
        return width >= 24 && height >= 24 && top < bar.bottom && bottom > bar.top && canCome;
      }),
    wrong.flatMap(({ id, nodes }) =>
      id === 'target-size' ? nodes.map(({ target }) => target.join(' ')) : []
    )
  );
  const found = wrong.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  return found.filter((each) => !coveredForNow.some((selector) => each === `target-size: ${selector}`));
}
