// Stepping through an 8×8 scene with a 3×3 kernel on a slow machine: main-thread time from the key press to the
// frame that was committed after it, read from Chromium's own trace. Beside it what the same machine needs at the
// least: bare pages without a framework, on which a key changes a line of text and two numbers, or every number of a step.
import { launch, url } from './browser.mjs';
import { median, report } from './figures.mjs';
import { ONE_STEP, pressTimes } from './presses.mjs';

const input = Array.from({ length: 8 }, (_, row) =>
  Array.from({ length: 8 }, (_, column) => (row * 3 + column) % 10).join(',')
).join(';');

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
