import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Driver } from './driver';
import { found } from './found';

/**
 * Firefox, by WebDriver BiDi.
 *
 * @param preferences as in about:config
 */
export async function startFirefox(
  preferences: Readonly<Record<string, string | number | boolean>> = {}
): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 1, ...preferences }
  });
  // The page that is there from the start never gets the focus.
  const page = await browser.newPage();
  return driverOf(browser, page, () => browser.close());
}

function driverOf(browser: Browser, page: Page, close: () => Promise<void>): Driver {
  return {
    async open(address) {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
    },
    run: <Arguments extends unknown[], Result>(
      script: (...parameters: Arguments) => Result,
      ...parameters: Arguments
    ) => page.evaluate(`(${script})(...${JSON.stringify(parameters)})`) as Promise<Result>,
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    async control(letter) {
      await page.keyboard.down('Control');
      await page.keyboard.press(letter as 'a');
      await page.keyboard.up('Control');
    },
    click: ({ x, y }) => page.mouse.click(x, y),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 5 });
      await page.mouse.up();
    },
    async opened(path) {
      const other = await found(async () =>
        (await browser.pages()).find((each) => new URL(each.url()).pathname.endsWith(path))
      );
      return driverOf(browser, other, () => other.close());
    },
    resize: (width, height) => page.setViewport({ width, height }),
    close
  };
}
