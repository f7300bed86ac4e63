// What the benchmarks of pages have in common: a browser, where the built site is served, and which lessons it has.
import { chromium } from '@playwright/test';
import { readdirSync } from 'node:fs';

export const url = process.env.STRIDE_URL ?? 'http://localhost:4173';

/** The lessons' names in addresses, in their order. */
export const slugs = readdirSync('lessons').flatMap((name) => /^\d+-(.*)$/.exec(name)?.[1] ?? []);

/** Chromium as the tests start it. */
export function launch() {
  const executablePath = process.env.CHROMIUM_PATH;
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
  });
}
