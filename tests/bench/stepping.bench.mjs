// Stepping through an 8×8 scene with a 3×3 kernel on a slow machine: main-thread time from the key press to the
// frame that was committed after it, read from Chromium's own trace. Beside it the least that this machine can do:
// an otherwise empty page on which a key changes one number.
import { launch, url } from './browser.mjs';
import { median, report } from './figures.mjs';

const STEPS = 100;
const input = Array.from({ length: 8 }, (_, row) =>
  Array.from({ length: 8 }, (_, column) => (row * 3 + column) % 10).join(',')
).join(';');

/** @typedef {{ name: string, ts: number, dur?: number, tdur?: number, tid: number, pid: number, args: { data?: { type?: string } } }} TraceEvent */

/**
 * Milliseconds of main-thread time for each of 100 key presses.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {(page: import('@playwright/test').Page) => Promise<unknown>} open
 */
async function pressTimes(browser, open) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 810 } });
  const session = await page.context().newCDPSession(page);
  await open(page);
  await page.waitForTimeout(1500);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  for (let step = 0; step < STEPS; step++) {
    // The scene has 36 steps: there and back again, so that every press moves one step.
    const back = Math.floor(step / 36) % 2 === 1;
    await page.keyboard.press(back ? 'ArrowLeft' : 'ArrowRight');
    await page.waitForTimeout(90);
  }
  const trace = JSON.parse((await browser.stopTracing()).toString());
  await page.close();

  /** @type {TraceEvent[]} */
  const events = trace.traceEvents.sort(
    (/** @type {TraceEvent} */ left, /** @type {TraceEvent} */ right) => left.ts - right.ts
  );
  const presses = events.filter(
    (event) => event.name === 'EventDispatch' && event.args.data?.type === 'keydown'
  );
  const { tid, pid } = presses[0] ?? { tid: 0, pid: 0 };
  const main = events.filter((event) => event.tid === tid && event.pid === pid);
  const tasks = main.filter((event) => event.name.endsWith('RunTask') && event.dur !== undefined);
  // The last thing that the main thread does for a frame before it hands it over.
  const frames = main.filter((event) => event.name === 'Layerize');
  return presses.map((press) => {
    const frame = frames.find((event) => event.ts > press.ts);
    if (!frame) throw new Error('a key press made no frame');
    // Whole tasks, from the one that got the press to the one that made the frame, in the thread's own time:
    // what another program on this machine does meanwhile does not count.
    const busy = tasks.filter((task) => task.ts + (task.dur ?? 0) > press.ts && task.ts <= frame.ts);
    return busy.reduce((sum, task) => sum + (task.tdur ?? task.dur ?? 0), 0) / 1000;
  });
}

const ONE_NUMBER = `<p>0</p><script>
  let presses = 0;
  const number = document.querySelector('p').firstChild;
  addEventListener('keydown', () => (number.data = ++presses));
</script>`;

const browser = await launch();
const least = await pressTimes(browser, (page) => page.setContent(ONE_NUMBER));
const times = await pressTimes(browser, (page) =>
  page.goto(`${url}/en/lessons/convolution/?scene=your-own&step=0&input=${input}`)
);
await browser.close();

console.log(`\nStepping, 8×8 input, 3×3 kernel, 4× slower CPU: ${times.length} key presses`);
report('main thread, press to committed frame, median', median(times), 8, 'ms');
report('the same, worst', Math.max(...times), 30, 'ms');
report('one number on an empty page, median', median(least), 8, 'ms');
report('the same, worst', Math.max(...least), 30, 'ms');
