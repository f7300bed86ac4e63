// What the benchmarks of pages have in common: a browser, and where the built site is served.
import { chromium } from '@playwright/test';

export const url = process.env.STRIDE_URL ?? 'http://localhost:4173';

/** Chromium as the tests start it. */
export function launch() {
  const executablePath = process.env.CHROMIUM_PATH;
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
  });
}
