// What a step of a page takes at the least: the very changes that a press makes in its document, made by hand.
import { barePage } from './bare-page.mjs';
import { report } from './figures.mjs';
import { beside, byTurns, keyOf, stepped, VIEWPORT } from './presses.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ path: number[], name?: string, value: string | null }} Change */

/** Milliseconds in which a page has loaded all that it needs. */
const LOADED = 1200;

/**
 * How long a press takes in a page, beside the same page changed by hand and beside the bare page, all by turns; and how
 * long the changes by hand take beside the bare page.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {(page: Page) => Promise<unknown>} open
 * @param {number} length how many steps there are before the way back
 * @param {number} presses
 */
export async function besideFloor(browser, open, length, presses) {
  const page = await browser.newPage({ viewport: VIEWPORT, reducedMotion: 'reduce' });
  await open(page);
  await page.waitForTimeout(LOADED);
  const changes = await changesOf(
    page,
    Array.from({ length: presses }, (_, time) => keyOf(time, length))
  );
  await page.close();
  const byHand = async (/** @type {Page} */ page) => {
    await open(page);
    await page.waitForTimeout(LOADED);
    await page.evaluate(makeByHand, changes);
  };
  const pages = [(/** @type {Page} */ page) => page.setContent(barePage()), byHand, open];
  const [bare = [], floor = [], ours = []] = await byTurns(
    browser,
    pages.map((open) => stepped(open, length)),
    presses
  );
  return { bare: beside(ours, bare), byHand: beside(ours, floor), floor: beside(floor, bare) };
}

/** @param {Awaited<ReturnType<typeof besideFloor>>} press */
export function reportPress({ bare, byHand, floor }) {
  const times = (/** @type {{ median: number, worst: number }} */ { median, worst }) =>
    `× ${median.toFixed(1)}, at worst × ${worst.toFixed(1)}`;
  console.log(`  beside the bare page: ${times(bare)}; the same changes made by hand: ${times(floor)}`);
  report('a press to its frame, median, times by hand', byHand.median, 2, '×');
  report('the same, worst', byHand.worst, 4, '×');
  // By hand too a press now and then takes much longer: where a lesson ends, or where rubbish is collected.
  report('worst, times the worst by hand', bare.worst / floor.worst, 4, '×');
}

/**
 * What each press of a key changes in a page until its frame: texts, attributes, and whole contents where elements came
 * or went.
 *
 * @param {Page} page at its first step, with reduced motion
 * @param {readonly string[]} keys
 * @returns {Promise<Change[][]>}
 */
async function changesOf(page, keys) {
  await page.evaluate(watch);
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
  }
  return page.evaluate(() => /** @type {any} */ (window).recorded);
}

function watch() {
  /** @type {Change[][]} */
  const recorded = [];
  Object.assign(window, { recorded });

  /** @param {Node} before @param {Node} after @param {number[]} path @param {Change[]} changes */
  function compare(before, after, path, changes) {
    if (before instanceof Text && after instanceof Text) {
      if (before.data !== after.data) changes.push({ path, value: after.data });
    }
    if (!(before instanceof Element && after instanceof Element)) return;
    for (const name of new Set([...before.getAttributeNames(), ...after.getAttributeNames()])) {
      const value = after.getAttribute(name);
      if (before.getAttribute(name) !== value) changes.push({ path, name, value });
    }
    const kinds = [before, after].map((parent) => [...parent.childNodes].map((node) => node.nodeName).join());
    if (kinds[0] !== kinds[1]) changes.push({ path, name: 'innerHTML', value: after.innerHTML });
    else {
      before.childNodes.forEach((child, index) => {
        compare(child, /** @type {Node} */ (after.childNodes[index]), [...path, index], changes);
      });
    }
  }

  addEventListener(
    'keydown',
    () => {
      const before = document.body.cloneNode(true);
      requestAnimationFrame(() => {
        /** @type {Change[]} */
        const changes = [];
        compare(before, document.body.cloneNode(true), [], changes);
        recorded.push(changes);
      });
    },
    true
  );
}

/**
 * From now on keys make these changes, one list a press, and nothing else happens.
 *
 * @param {readonly (readonly Change[])[]} changes
 */
function makeByHand(changes) {
  let presses = 0;

  /** @param {Change} change */
  function make({ path, name, value }) {
    /** @type {Node | undefined} */
    let node = document.body;
    for (const index of path) node = node?.childNodes[index];
    if (node instanceof Text) node.data = value ?? '';
    else if (!(node instanceof Element) || name === undefined) return;
    else if (name === 'innerHTML') node.innerHTML = value ?? '';
    else if (value === null) node.removeAttribute(name);
    else node.setAttribute(name, value);
  }

  addEventListener(
    'keydown',
    (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      for (const change of changes[presses] ?? []) make(change);
      presses += 1;
    },
    true
  );
}
