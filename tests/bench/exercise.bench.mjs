// A new exercise on a slow machine: main-thread time from the press of its button to the frame after it, beside the bare
// page with the numbers of a step, by turns in the same run.
import { barePage } from './bare-page.mjs';
import { launch, url } from './browser.mjs';
import { report } from './figures.mjs';
import { beside, byTurns, stepped } from './presses.mjs';

const TIMES = 20;
/** Kinds with few numbers on screen and with many. */
const KINDS = ['output-size.2', 'padded-map.3', 'max-pooling.3'];

/**
 * Presses a button by key: a click of the mouse would bring the work of finding the place to click with it.
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 */
async function press(page, name) {
  await page.getByRole('button', { name }).focus();
  // For all that came before to be over.
  await page.waitForTimeout(100);
  await page.keyboard.press('Enter');
}

const browser = await launch();
const [bare = [], ...clicks] = await byTurns(
  browser,
  [
    stepped((page) => page.setContent(barePage()), TIMES),
    ...KINDS.map((kind) => ({
      open: (/** @type {import('@playwright/test').Page} */ page) =>
        page.goto(`${url}/en/practice/run/?mode=lesson&kinds=${kind}&seed=1`),
      event: /** @type {const} */ ('click'),
      act: async (/** @type {import('@playwright/test').Page} */ page) => {
        await press(page, 'Show the solution');
        await press(page, 'A fresh variant');
      }
    }))
  ],
  TIMES
);
await browser.close();

console.log(`\nA new exercise, 4× slower CPU: ${TIMES} presses of “A fresh variant”, times the bare page`);
for (const [index, kind] of KINDS.entries()) {
  // Every other click is that of the solution.
  const fresh = (clicks[index] ?? []).filter((_, click) => click % 2 === 1);
  report(`${kind}, a fresh variant, median`, beside(fresh, bare).median, 4, '×');
}
