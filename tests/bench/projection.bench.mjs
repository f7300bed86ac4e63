// A key press in front of a class on a slow machine: main-thread time to the frame that shows the step, in the largest
// scenes, beside the bare page with the numbers of a step, by turns in the same run.
import { barePage } from './bare-page.mjs';
import { launch, url } from './browser.mjs';
import { report } from './figures.mjs';
import { LARGEST } from './largest-scenes.mjs';
import { besideBare, byTurns, stepped } from './presses.mjs';

const PRESSES = 100;
/** Presses in one direction: the shortest of the scenes has as many steps. */
const LENGTH = 4;

const browser = await launch();
const [bare = [], ...scenes] = await byTurns(
  browser,
  [
    stepped((page) => page.setContent(barePage()), LENGTH),
    ...LARGEST.map(({ lesson, query }) =>
      stepped(async (page) => {
        await page.goto(`${url}/en/present/${lesson}/${query}`);
        await page.waitForSelector('[data-canvas]');
      }, LENGTH)
    )
  ],
  PRESSES
);
await browser.close();

console.log(
  `\nProjected, 4× slower CPU: ${PRESSES} key presses, times the bare page with the numbers of a step`
);
for (const [index, { lesson, query }] of LARGEST.entries()) {
  const { median, worst } = besideBare(scenes[index] ?? [], bare);
  report(`${lesson} ${query.slice(0, 24)}, a press to its frame, median`, median, 2, '×');
  report('the same, worst', worst, 4, '×');
}
