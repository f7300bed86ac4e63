// Stepping through an 8×8 scene with a 3×3 kernel on a slow machine: main-thread time from the key press to the
// frame that was committed after it, read from Chromium's own trace. Beside it what the same machine needs at the
// least: bare pages without a framework, on which a key changes a line of text and two numbers, or every number of a step.
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

// The least that a step can be: a window that the compositor moves, one line of text without a tag, two numbers.
const ONE_LINE = `<style>
  .window { width: 150px; height: 150px; outline: 3px solid; will-change: transform }
  p { contain: strict; margin: 0; width: 900px; height: 40px; font: 20px sans-serif; white-space: nowrap }
</style>
<div class="window"></div>
<p>0</p><p>0</p><p>0</p>
<script>
  let presses = 0;
  const window_ = document.querySelector('.window');
  const [line, output, position] = [...document.querySelectorAll('p')].map((paragraph) => paragraph.firstChild);
  addEventListener('keydown', () => {
    presses += 1;
    window_.style.transform = 'translateX(' + (presses % 6) * 50 + 'px)';
    line.data = Array.from({ length: 9 }, (_, index) => ((presses + index) % 10) + '×' + index).join(' + ') + ' = ' + presses;
    output.data = presses;
    position.data = presses + ' / 36';
  });
</script>`;

// The window, nine terms, nine products, an output and the total, in boxes of fixed size that need no layout.
const ONE_STEP = `<style>
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

const browser = await launch();
const oneLine = await pressTimes(browser, (page) => page.setContent(ONE_LINE));
const oneStep = await pressTimes(browser, (page) => page.setContent(ONE_STEP));
const times = await pressTimes(browser, (page) =>
  page.goto(`${url}/en/lessons/convolution/?scene=your-own&step=0&input=${input}`)
);
await browser.close();

console.log(`\nStepping, 8×8 input, 3×3 kernel, 4× slower CPU: ${times.length} key presses`);
report('main thread, press to committed frame, median', median(times), 8, 'ms');
report('the same, worst', Math.max(...times), 30, 'ms');
report('a line and two numbers on a bare page, median', median(oneLine), 8, 'ms');
report('the same, worst', Math.max(...oneLine), 30, 'ms');
report('the numbers of a step on a bare page, median', median(oneStep), 8, 'ms');
report('the same, worst', Math.max(...oneStep), 30, 'ms');
