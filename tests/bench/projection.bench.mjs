// A key press in front of a class on a slow machine: main-thread time to the frame that shows the step, in the largest
// scenes, beside the same changes made by hand and the bare page with the numbers of a step, by turns in the same run.
import { launch, url } from './browser.mjs';
import { besideFloor, reportPress } from './by-hand.mjs';
import { LARGEST } from './largest-scenes.mjs';

const PRESSES = 100;
/** Presses in one direction: the shortest of the scenes has as many steps. */
const LENGTH = 4;

const browser = await launch();
console.log(`\nProjected, 4× slower CPU: ${PRESSES} key presses`);
for (const { lesson, query } of LARGEST) {
  const open = async (/** @type {import('@playwright/test').Page} */ page) => {
    await page.goto(`${url}/en/present/${lesson}/${query}`);
    await page.waitForSelector('[data-canvas]');
  };
  const { bare, byHand, floor } = await besideFloor(browser, open, LENGTH, PRESSES);
  console.log(`\n  ${lesson} ${query.slice(0, 24)}: the bare page ${bare.least.toFixed(1)} ms`);
  reportPress({ bare, byHand, floor });
}
await browser.close();
