import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with a page as it stands: a rule and a place each. */
export async function findings(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(TAGS);
  // There are no frames: one run in the page itself is all of it.
  const { violations } = await axe.setLegacyMode().analyze();
  // A plane of a stack that lies behind another is partly covered as long as it does: its name brings it to the front.
  const behind = await page.evaluate(
    (selectors) =>
      selectors.filter((selector) =>
        document.querySelector(selector)?.closest('[data-stack] > :not(.front)')
      ),
    violations.flatMap(({ id, nodes }) =>
      id === 'target-size' ? nodes.map(({ target }) => target.join(' ')) : []
    )
  );
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`)
  );
  return found.filter((each) => !behind.some((selector) => each === `target-size: ${selector}`));
}
