// What the benchmarks of pages have in common: a browser, a slow line, and the budgets' way of being printed.
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

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Prints a figure beside its budget and the ratio of the two: below 1 is within.
 * @param {string} name
 * @param {number} value
 * @param {number} budget
 * @param {string} unit
 */
export function report(name, value, budget, unit) {
  const ratio = budget === 0 ? (value === 0 ? '=' : 'over') : `× ${(value / budget).toFixed(2)}`;
  console.log(
    `  ${name.padEnd(52)} ${value.toFixed(unit === '' ? 3 : 1).padStart(8)} ${unit.padEnd(3)} of ${budget} ${unit}  ${ratio}`
  );
}
