// Stepping through the worst scene of every lesson on a slow machine: main-thread time from the key press to the frame
// that was committed after it, by turns in the same run with the same page whose document is changed by hand in the same
// places, and with a bare page on which a key changes the numbers of a step. What a step shows is more than its numbers,
// so the bare page is no floor; the changes made by hand are. And what a frame of the animation in between costs.
import { barePage } from './bare-page.mjs';
import { launch, slugs, url } from './browser.mjs';
import { besideFloor, reportPress } from './by-hand.mjs';
import { median, report } from './figures.mjs';
import { LARGEST } from './largest-scenes.mjs';
import { animationFrames } from './presses.mjs';

/** @typedef {import('./largest-scenes.mjs').Scene} Scene */

const PRESSES = 100;
/** Presses in each scene to find the worst one. */
const SURVEY = 10;
/** Presses whose animation is watched. */
const ANIMATED = 5;

const address = (/** @type {string} */ lesson, query = '') => `${url}/en/lessons/${lesson}/${query}`;

/** @param {Scene} scene */
const opening =
  ({ lesson, query }) =>
  (/** @type {import('@playwright/test').Page} */ page) =>
    page.goto(address(lesson, query));

/** The addresses of a lesson's scenes, each at its first step. */
async function scenesOf(/** @type {string} */ lesson) {
  const page = await browser.newPage();
  await page.goto(address(lesson));
  const queries = await page
    .getByRole('navigation', { name: 'Scenes' })
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => new URL(/** @type {HTMLAnchorElement} */ (link).href).search)
    );
  await page.close();
  return queries.map((query) => ({ lesson, query }));
}

/** @param {Scene} scene */
async function lengthOf({ lesson, query }) {
  const page = await browser.newPage();
  await page.goto(address(lesson, query));
  // Until it has read its address, a page shows the lesson's first scene, whose length is another one.
  await page.locator('header a[hreflang][href*="?scene="]').waitFor({ state: 'attached' });
  const length = await page.getByRole('slider', { name: 'Step' }).getAttribute('max');
  await page.close();
  return Number(length);
}

/** @param {Scene} scene @param {number} presses */
const measure = async (scene, presses) =>
  besideFloor(browser, opening(scene), await lengthOf(scene), presses);

/**
 * The scene of a lesson that takes longest, by a few presses in each.
 * @param {string} lesson
 */
async function worstScene(lesson) {
  let worst = { scene: { lesson, query: '' }, median: 0 };
  for (const scene of [...(await scenesOf(lesson)), ...LARGEST.filter((one) => one.lesson === lesson)]) {
    const { bare } = await measure(scene, SURVEY);
    if (bare.median > worst.median) worst = { scene, median: bare.median };
  }
  return worst.scene;
}

const browser = await launch();
const asked = process.argv.slice(2);
const lessons = asked.length > 0 ? asked : slugs;

const bareFrames = await animationFrames(
  browser,
  (page) => page.setContent(barePage({ moves: true })),
  ANIMATED,
  1500
);
console.log(`\nStepping, 4× slower CPU: ${PRESSES} key presses`);
console.log(`  a frame in which a bare page moves a box: ${median(bareFrames).toFixed(1)} ms`);
for (const lesson of lessons) {
  const scene = await worstScene(lesson);
  const press = await measure(scene, PRESSES);
  const frames = await animationFrames(browser, opening(scene), ANIMATED, 1500);
  console.log(`\n  ${lesson} ${scene.query.slice(0, 40)}: the bare page ${press.bare.least.toFixed(1)} ms`);
  reportPress(press);
  report('a frame of the animation, median', median(frames), 8, 'ms');
}
await browser.close();
