// The first visit of each lesson: how much is fetched, from whom, when it is painted, and whether anything moves.
import { launch, slugs, url } from './browser.mjs';
import { median, report } from './figures.mjs';

const RUNS = 5;
const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} path
 * @param {boolean} slow
 */
async function visit(browser, path, slow) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 810 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (slow) {
    await session.send('Network.emulateNetworkConditions', SLOW_LINE);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  /** @type {Map<string, { url: string, type: string }>} */
  const requests = new Map();
  const bytes = { script: 0, font: 0, all: 0, hangul: 0 };
  session.on('Network.responseReceived', ({ requestId, response, type }) =>
    requests.set(requestId, { url: response.url, type })
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    // Pictures have a budget of their own, 60 kB each.
    if (request?.url.includes('/photos/')) return;
    bytes.all += encodedDataLength;
    if (request?.type === 'Script') bytes.script += encodedDataLength;
    if (request?.type === 'Font') bytes.font += encodedDataLength;
    if (/pretendard-(?!latin)/.test(request?.url ?? '')) bytes.hangul += encodedDataLength;
  });
  await page.addInitScript(() => {
    const measured = { paint: 0, blocked: 0, shift: 0 };
    Object.assign(window, { measured });
    /** @type {PerformanceEntry[]} */
    const tasks = [];
    // Total blocking time counts what exceeds 50 ms in tasks after the first contentful paint.
    const countBlocked = () => {
      const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      const after = tasks.filter((task) => task.startTime + task.duration > first);
      measured.blocked = after.reduce(
        (sum, task) =>
          sum + Math.max(0, task.startTime + task.duration - Math.max(first, task.startTime) - 50),
        0
      );
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) measured.paint = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries());
      countBlocked();
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) measured.shift += /** @type {any} */ (entry).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url + path, { waitUntil: 'load' });
  await page.waitForTimeout(slow ? 3000 : 1200);
  const timing = await page.evaluate(
    () => /** @type {{ paint: number, blocked: number, shift: number }} */ (Reflect.get(window, 'measured'))
  );
  const hosts = new Set([...requests.values()].map((request) => new URL(request.url).host)).size;
  await context.close();
  return { ...timing, ...bytes, hosts, requests: requests.size };
}

const browser = await launch();
const asked = process.argv.slice(2);
const visits = (asked.length > 0 ? asked : slugs).flatMap((slug) => [
  { slug, language: 'ko', total: 260 },
  { slug, language: 'en', total: 180 }
]);
for (const { slug, language, total } of visits) {
  const path = `/${language}/lessons/${slug}/`;
  const size = await visit(browser, path, false);
  console.log(`\n${path}: ${size.requests} requests`);
  report('script, gzip', size.script / 1000, 120, 'kB');
  report('all, fonts included, gzip', size.all / 1000, total, 'kB');
  report('  of it fonts', size.font / 1000, 80, 'kB');
  if (language === 'en') report('  of it Hangul', size.hangul / 1000, 0, 'kB');
  report('hosts', size.hosts, 1, '');
  const slow = [];
  for (let run = 0; run < RUNS; run++) slow.push(await visit(browser, path, true));
  report(
    'largest paint, 4× slower CPU, 1.6 Mbit/s, 150 ms',
    median(slow.map((one) => one.paint)),
    1400,
    'ms'
  );
  report('total blocking time, the same', median(slow.map((one) => one.blocked)), 100, 'ms');
  const shift = Math.max(...slow.map((one) => one.shift));
  report('layout shift (worst, two decimals)', Math.round(shift * 100) / 100, 0, '');
}
await browser.close();
