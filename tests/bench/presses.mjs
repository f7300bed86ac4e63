// The main thread's time from an event to the frame after it, of several pages by turns, read from Chromium's own trace.
import { median } from './figures.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ name: string, ts: number, dur?: number, tdur?: number, tid: number, pid: number, args: { data?: { type?: string } } }} TraceEvent */

/**
 * One of the pages that take turns.
 * @typedef {object} Contestant
 * @property {(page: Page) => Promise<unknown>} open
 * @property {'keydown' | 'click'} event by which the page hears of what is done
 * @property {(page: Page, time: number) => Promise<unknown>} act what is done, for the time-th time
 */

/** How often one page is acted on before the next has its turn: the machine's other load then falls on all of them. */
const IN_A_ROW = 5;
/** Milliseconds from one act to the next: time for all that a page puts off until after its frame. */
const PAUSE = 110;
const SLOWDOWN = 4;
export const VIEWPORT = { width: 1440, height: 810 };

/**
 * Milliseconds of main-thread time from each event to the frame that was committed after it, on a machine that is four
 * times as slow, for each of several pages that take turns; motion is reduced, so that an event makes one frame.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {readonly Contestant[]} contestants
 * @param {number} times how often each is acted on
 * @returns {Promise<number[][]>} for each of them the time of each event
 */
export async function byTurns(browser, contestants, times) {
  const pages = await Promise.all(
    contestants.map(async ({ open }) => {
      // A page of a context of its own has a process of its own.
      const page = await browser.newPage({
        viewport: VIEWPORT,
        reducedMotion: 'reduce'
      });
      const session = await page.context().newCDPSession(page);
      await open(page);
      /** A process that is slowed down takes its share of the machine even while it waits. */
      const slowDown = (/** @type {number} */ rate) =>
        session.send('Emulation.setCPUThrottlingRate', { rate });
      return { page, slowDown };
    })
  );
  await pages[0]?.page.waitForTimeout(1500);
  await browser.startTracing(undefined, { categories: ['toplevel', 'devtools.timeline'] });
  for (let first = 0; first < times; first += IN_A_ROW) {
    for (const [index, { page, slowDown }] of pages.entries()) {
      await slowDown(SLOWDOWN);
      for (let time = first; time < Math.min(times, first + IN_A_ROW); time++) {
        await contestants[index]?.act(page, time);
        await page.waitForTimeout(PAUSE);
      }
      await slowDown(1);
    }
  }
  const events = await tracedEvents(browser);
  await Promise.all(pages.map(({ page }) => page.close()));

  const dispatched = events.filter((event) => event.name === 'EventDispatch');
  /** @type {number[]} */
  const processes = [];
  for (const { pid, args } of dispatched) {
    const { event } = contestants[processes.length] ?? {};
    if (args.data?.type === event && !processes.includes(pid)) processes.push(pid);
  }
  return contestants.map(({ event }, index) => pressesOf(events, event, processes[index] ?? 0));
}

/**
 * Milliseconds of main-thread time for each frame of an animation that a key press begins, on a machine that is four
 * times as slow. The frame of the press itself is not among them.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {Contestant['open']} open
 * @param {number} times how often the key is pressed
 * @param {number} duration milliseconds from one press to the next
 */
export async function animationFrames(browser, open, times, duration) {
  const page = await browser.newPage({
    viewport: VIEWPORT,
    reducedMotion: 'no-preference'
  });
  const session = await page.context().newCDPSession(page);
  await open(page);
  await page.waitForTimeout(1500);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  for (let time = 0; time < times; time++) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(duration);
  }
  const events = await tracedEvents(browser);
  await page.close();
  const presses = events.filter(
    (event) => event.name === 'EventDispatch' && event.args.data?.type === 'keydown'
  );
  const main = events.filter(({ pid, tid }) => pid === presses[0]?.pid && tid === presses[0].tid);
  const tasks = main.filter((event) => event.name.endsWith('RunTask') && event.dur !== undefined);
  const firstFrames = presses.map(({ ts }) => main.find((one) => one.name === 'Layerize' && one.ts > ts));
  return main
    .filter((event) => event.name === 'FireAnimationFrame')
    .flatMap(({ ts }) => tasks.find((task) => task.ts <= ts && ts <= task.ts + (task.dur ?? 0)) ?? [])
    .filter((task, index, all) => task !== all[index - 1])
    .filter(
      ({ ts, dur = 0 }) => !firstFrames.some((frame) => frame && frame.ts >= ts && frame.ts <= ts + dur)
    )
    .map(threadTime);
}

/** What was traced, in the order of time. */
async function tracedEvents(/** @type {import('@playwright/test').Browser} */ browser) {
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  return /** @type {TraceEvent[]} */ (traceEvents).sort((left, right) => left.ts - right.ts);
}

/** The time of each event of one process, up to its frame. */
function pressesOf(
  /** @type {TraceEvent[]} */ events,
  /** @type {string} */ name,
  /** @type {number} */ process
) {
  const presses = events.filter(
    (event) => event.pid === process && event.name === 'EventDispatch' && event.args.data?.type === name
  );
  const main = events.filter((event) => event.pid === process && event.tid === presses[0]?.tid);
  const tasks = main.filter((event) => event.name.endsWith('RunTask') && event.dur !== undefined);
  // The last thing that the main thread does for a frame before it hands it over.
  const frames = main.filter((event) => event.name === 'Layerize');
  const times = presses.flatMap((press) => {
    const frame = frames.find((event) => event.ts > press.ts);
    // Behind the last step a press changes nothing, and no frame comes of it.
    if (!frame) return [];
    // Whole tasks, from the one that got the press to the one that made the frame.
    const its = tasks.filter((task) => task.ts + (task.dur ?? 0) > press.ts && task.ts <= frame.ts);
    return [its.reduce((sum, task) => sum + threadTime(task), 0)];
  });
  if (times.length === 0) throw new Error('no event made a frame');
  return times;
}

/** The thread's own milliseconds: what another program on this machine does meanwhile does not count. */
function threadTime(/** @type {TraceEvent} */ event) {
  return (event.tdur ?? event.dur ?? 0) / 1000;
}

/**
 * A page on which a key goes a step on, to the last one of so many and back again: each press is one step.
 *
 * @param {Contestant['open']} open
 * @param {number} length
 * @returns {Contestant}
 */
export function stepped(open, length) {
  return {
    open,
    event: 'keydown',
    act: (page, time) => page.keyboard.press(keyOf(time, length))
  };
}

/**
 * The key of the time-th press, on a way to the last of so many steps and back again.
 *
 * @param {number} time
 * @param {number} length
 */
export function keyOf(time, length) {
  return Math.floor(time / length) % 2 === 1 ? 'ArrowLeft' : 'ArrowRight';
}

/**
 * Sets the times of a page beside those of another one, which does as little as can be.
 *
 * @param {readonly number[]} times
 * @param {readonly number[]} other
 */
export function beside(times, other) {
  const least = median([...other]);
  return { least, median: median([...times]) / least, worst: Math.max(...times) / least };
}
