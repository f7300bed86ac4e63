// Zooming into a photograph down to its numbers and dragging it about, on a slow machine: what each move of the hand
// costs the main thread, and what a frame costs the worker that draws, read from Chromium's own trace. Beside it what
// the same machine needs at the least: the same gestures on a bare canvas that does nothing.
import { launch, url } from './browser.mjs';
import { median, report } from './figures.mjs';

const PAGE = '/ko/lessons/pixels/?scene=photograph';
const MOVES = 60;

/** @typedef {{ name: string, ts: number, dur?: number, tdur?: number, tid: number, pid: number, args: { data?: { type?: string } } }} TraceEvent */

/**
 * Milliseconds for each move of a gesture: of the main thread, the tasks that take the input and make the frame; of
 * the worker, each frame that it draws.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {import('@playwright/test').Page} page
 * @param {'wheel' | 'pointermove'} input
 * @param {(move: number) => Promise<unknown>} gesture
 */
async function timesOf(browser, page, input, gesture) {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  for (let move = 0; move < MOVES; move++) {
    await gesture(move);
    await page.waitForTimeout(60);
  }
  const trace = JSON.parse((await browser.stopTracing()).toString());
  /** @type {TraceEvent[]} */
  const events = trace.traceEvents.sort(
    (/** @type {TraceEvent} */ left, /** @type {TraceEvent} */ right) => left.ts - right.ts
  );
  const moves = events.filter((event) => event.name === 'EventDispatch' && event.args.data?.type === input);
  const { tid, pid } = moves[0] ?? { tid: 0, pid: 0 };
  const main = events.filter((event) => event.tid === tid && event.pid === pid);
  const tasks = main.filter((event) => event.name.endsWith('RunTask') && event.dur !== undefined);
  // What else the thread does between two moves is the tracing and the remote control of this browser.
  const marks = main.filter(
    (event) =>
      ['FireAnimationFrame', 'Layerize', 'Commit'].includes(event.name) || event.args.data?.type === input
  );
  const frames = tasks.filter((task) =>
    marks.some((mark) => mark.ts >= task.ts && mark.ts <= task.ts + (task.dur ?? 0))
  );
  const times = moves.map((move, index) => {
    const next = moves[index + 1]?.ts ?? Infinity;
    const own = frames.filter(({ ts, dur = 0 }) => ts + dur > move.ts && ts + dur <= next);
    return own.reduce((sum, task) => sum + milliseconds(task), 0);
  });
  const worker = events
    .filter((event) => event.name === 'FireAnimationFrame' && event.pid === pid && event.tid !== tid)
    .map(milliseconds);
  return { main: times, worker };
}

/** The thread's own time: what another program on this machine does meanwhile does not count. */
function milliseconds(/** @type {TraceEvent} */ event) {
  return (event.tdur ?? event.dur ?? 0) / 1000;
}

/** The two gestures on the canvas of a page, which is slowed down for them. */
async function gesturesOn(
  /** @type {import('@playwright/test').Browser} */ browser,
  /** @type {(page: import('@playwright/test').Page) => Promise<unknown>} */ open
) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 810 } });
  await open(page);
  const canvas = page.locator('canvas[role=img]');
  await canvas.waitFor();
  await page.waitForTimeout(1500);
  const { x, y, width, height } = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const middle = { x: x + width / 2, y: y + height / 2 };
  await page.mouse.move(middle.x, middle.y);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const zooming = await timesOf(browser, page, 'wheel', (move) =>
    page.mouse.wheel(0, move < MOVES / 2 ? -100 : 100)
  );
  // In again, until three numbers stand in each of as many pixels as there can be.
  for (let move = 0; move < 16; move++) {
    await page.mouse.wheel(0, -100);
    await page.waitForTimeout(50);
  }
  await page.mouse.down();
  const dragging = await timesOf(browser, page, 'pointermove', (move) =>
    page.mouse.move(middle.x + 90 * Math.sin(move / 4), middle.y + 60 * Math.cos(move / 3))
  );
  await page.mouse.up();
  await page.waitForTimeout(500);
  const name = await canvas.getAttribute('aria-label');
  await page.close();
  return { zooming, dragging, size: `${Math.round(width)}×${Math.round(height)}`, name };
}

const BARE = `<canvas role="img" width="980" height="400"></canvas><script>
  const canvas = document.querySelector('canvas');
  for (const type of ['wheel', 'pointermove']) {
    canvas.addEventListener(type, (event) => event.preventDefault(), { passive: false });
  }
</script>`;

const browser = await launch();
const picture = await gesturesOn(browser, (page) => page.goto(url + PAGE));
const bare = await gesturesOn(browser, (page) => page.setContent(BARE));
await browser.close();

console.log(`\nA photograph on ${picture.size} px, 4× slower CPU; dragged at: ${picture.name}`);
for (const [name, ours, least] of /** @type {const} */ ([
  ['zooming there and back', picture.zooming, bare.zooming],
  ['dragging', picture.dragging, bare.dragging]
])) {
  report(`${name}, main thread for a move, median`, median(ours.main), 8, 'ms');
  report('the same, worst', Math.max(...ours.main), 30, 'ms');
  report('the same on a bare canvas, median', median(least.main), 8, 'ms');
  report('the worker for a frame, not slowed down, median', median(ours.worker), 8, 'ms');
}
