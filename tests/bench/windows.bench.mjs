// Two windows of a projected lesson: milliseconds from a key press in one to the step shown in the other.
import { launch, url } from './browser.mjs';
import { median, report } from './figures.mjs';

const STEPS = 20;

const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
const audience = await context.newPage();
await audience.goto(`${url}/en/present/convolution/?scene=four-by-four&step=0`);
await audience.waitForSelector('[data-canvas]');
const [speaker] = await Promise.all([context.waitForEvent('page'), audience.keyboard.press('s')]);
await speaker.waitForSelector('[data-canvas]');
await speaker.waitForTimeout(1000);

/** @type {number[]} */
const delays = [];
for (let step = 0; step < STEPS; step++) {
  const seen = speaker.evaluate(
    () =>
      new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
        });
        const position = document.querySelector('.position b');
        if (position) observer.observe(position, { characterData: true, childList: true, subtree: true });
      })
  );
  await speaker.waitForTimeout(50);
  const pressed = await audience.evaluate(() => {
    const now = performance.timeOrigin + performance.now();
    dispatchEvent(new KeyboardEvent('keydown', { code: 'PageDown', key: 'PageDown' }));
    // Where a question opens the step stays the same: one more.
    const asked = document.querySelector('.caption .mark');
    if (asked) dispatchEvent(new KeyboardEvent('keydown', { code: 'PageDown', key: 'PageDown' }));
    return now;
  });
  const late = new Promise((resolve) => setTimeout(() => resolve(undefined), 1000));
  const at = await Promise.race([seen, late]);
  if (typeof at === 'number') delays.push(at - pressed);
}
await browser.close();

console.log(`\nTwo windows of a projected lesson: ${delays.length} key presses`);
report('key in one window to the step in the other, median', median(delays), 50, 'ms');
report('the same, worst', Math.max(...delays), 50, 'ms');
