// A new exercise on a slow machine: main-thread time from the press of its button to the frame after it, beside the bare
// page with the numbers of a step.
import { launch, url } from './browser.mjs';
import { median, report } from './figures.mjs';
import { eventTimes, ONE_STEP, pressTimes } from './presses.mjs';

const TIMES = 20;
/** Kinds with few numbers on screen and with many. */
const KINDS = ['output-size.2', 'padded-map.3', 'max-pooling.3'];

const browser = await launch();
const bare = median(await pressTimes(browser, (page) => page.setContent(ONE_STEP)));

console.log(`\nA new exercise, 4× slower CPU: ${TIMES} presses of “A fresh variant”, and a bare page`);
report('the numbers of a step on a bare page, median', bare, 8, 'ms');
for (const kind of KINDS) {
  const clicks = await eventTimes(
    browser,
    (page) => page.goto(`${url}/en/practice/run/?mode=lesson&kinds=${kind}&seed=1`),
    {
      event: 'click',
      act: async (page) => {
        for (let time = 0; time < TIMES; time++) {
          await page.getByRole('button', { name: 'Show the solution' }).click();
          await page.getByRole('button', { name: 'A fresh variant' }).click();
          await page.waitForTimeout(120);
        }
      }
    }
  );
  // Every other click is that of the solution.
  const fresh = clicks.filter((_, index) => index % 2 === 1);
  report(`${kind}, a fresh variant, median`, median(fresh), 4 * bare, 'ms');
}
await browser.close();
