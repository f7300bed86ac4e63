// The main thread's time from an event to the frame after it, read from Chromium's own trace, and the bare page beside it.

/** @typedef {{ name: string, ts: number, dur?: number, tdur?: number, tid: number, pid: number, args: { data?: { type?: string } } }} TraceEvent */

/**
 * What is done on a page, and by which event the page hears of it.
 * @typedef {{ event: 'keydown' | 'click', act: (page: import('@playwright/test').Page) => Promise<unknown> }} Doing
 */

/**
 * Milliseconds of main-thread time from each event to the frame that was committed after it, on a machine that is four
 * times as slow.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {(page: import('@playwright/test').Page) => Promise<unknown>} open
 * @param {Doing} doing
 */
export async function eventTimes(browser, open, { event: name, act }) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 810 } });
  const session = await page.context().newCDPSession(page);
  await open(page);
  await page.waitForTimeout(1500);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await act(page);
  const trace = JSON.parse((await browser.stopTracing()).toString());
  await page.close();

  /** @type {TraceEvent[]} */
  const events = trace.traceEvents.sort(
    (/** @type {TraceEvent} */ left, /** @type {TraceEvent} */ right) => left.ts - right.ts
  );
  const presses = events.filter((event) => event.name === 'EventDispatch' && event.args.data?.type === name);
  const { tid, pid } = presses[0] ?? { tid: 0, pid: 0 };
  const main = events.filter((event) => event.tid === tid && event.pid === pid);
  const tasks = main.filter((event) => event.name.endsWith('RunTask') && event.dur !== undefined);
  // The last thing that the main thread does for a frame before it hands it over.
  const frames = main.filter((event) => event.name === 'Layerize');
  return presses.map((press) => {
    const frame = frames.find((event) => event.ts > press.ts);
    if (!frame) throw new Error('an event made no frame');
    // Whole tasks, from the one that got the press to the one that made the frame, in the thread's own time:
    // what another program on this machine does meanwhile does not count.
    const busy = tasks.filter((task) => task.ts + (task.dur ?? 0) > press.ts && task.ts <= frame.ts);
    return busy.reduce((sum, task) => sum + (task.tdur ?? task.dur ?? 0), 0) / 1000;
  });
}

const STEPS = 100;

/**
 * The same for each of 100 key presses.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {(page: import('@playwright/test').Page) => Promise<unknown>} open
 */
export function pressTimes(browser, open) {
  return eventTimes(browser, open, {
    event: 'keydown',
    act: async (page) => {
      for (let step = 0; step < STEPS; step++) {
        // A scene of 36 steps: there and back again, so that every press moves one step.
        const back = Math.floor(step / 36) % 2 === 1;
        await page.keyboard.press(back ? 'ArrowLeft' : 'ArrowRight');
        await page.waitForTimeout(90);
      }
    }
  });
}

// The window, nine terms, nine products, an output and the total, in boxes of fixed size that need no layout.
export const ONE_STEP = `<style>
  body { font: 20px sans-serif; position: relative }
  .grid { display: grid; grid-template-columns: repeat(8, 50px) }
  span { contain: strict; display: block; width: 50px; height: 50px }
  .window { position: absolute; top: 0; left: 0; width: 150px; height: 150px; outline: 3px solid; will-change: transform }
  b { contain: strict; display: inline-block; width: 60px; height: 30px }
</style>
<div class="grid">${Array.from({ length: 64 + 9 + 36 }, (_, cell) => `<span>${cell % 10}</span>`).join('')}</div>
<div class="window"></div>
<p>${'<b>0</b> '.repeat(10)}</p>
<script>
  let presses = 0;
  const window_ = document.querySelector('.window');
  const cells = [...document.querySelectorAll('span')].slice(64);
  const terms = [...document.querySelectorAll('b')];
  addEventListener('keydown', () => {
    presses += 1;
    window_.style.transform = 'translateX(' + (presses % 6) * 50 + 'px)';
    terms.forEach((term, index) => (term.firstChild.data = ((presses + index) % 10) + '×' + index));
    for (let cell = 0; cell < 9; cell++) cells[cell].firstChild.data = (presses * cell) % 10;
    cells[9 + (presses % 36)].firstChild.data = presses;
  });
</script>`;
