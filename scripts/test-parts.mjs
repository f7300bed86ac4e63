// The parts of `npm test`, each of which ends in counts and never in an exception: a part that
// breaks is one failure, and the next one still runs.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installOtherBrowsers, mayInstall, otherBrowsers } from './browsers.mjs';
import { buildIfChanged } from './build.mjs';
import { runChecks } from './checks.mjs';
import { cacheFolder, root, tool } from './processes.mjs';
import { serve } from './serve.mjs';
import { findBrowser, Problem } from './setup.mjs';
import { addUp, countPlaywright, countVitest, settle, summarise } from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

/** Long enough for a slow machine; a runner that takes longer hangs. */
const MINUTES = 12;

/** @type {Record<string, () => Promise<Counts>>} */
const PARTS = {
  check: runChecks,
  unit: () => runVitest('unit'),
  component: async () => {
    await findBrowser();
    return runVitest('component');
  },
  e2e: async () => {
    await findBrowser();
    await buildIfChanged();
    const { url, close } = await serve();
    const counts = await runPlaywright(url);
    await close();
    return counts;
  },
  browsers: async () => {
    if (process.env.CI && mayInstall()) await installOtherBrowsers();
    const found = otherBrowsers();
    if (Object.keys(found).length === 0) {
      console.log('Skipped: neither Firefox nor WebKitGTK is here (npm run test:browsers installs them).');
      return { passed: 0, failures: [], skipped: 1 };
    }
    await buildIfChanged();
    const { url, close } = await serve();
    const counts = await runVitest('browsers', { ...found, STRIDE_URL: url });
    await close();
    return counts;
  }
};

/**
 * @param {string[]} names from the command line; none means all
 * @returns {string[]}
 */
export function choose(names) {
  const unknown = names.find((name) => !(name in PARTS));
  if (unknown !== undefined) {
    throw new Problem(`There is no part "${unknown}". The parts are: ${Object.keys(PARTS).join(', ')}.`);
  }
  return names.length > 0 ? names : Object.keys(PARTS);
}

/**
 * Runs parts one after another and prints what they came to.
 * @param {string[]} names
 * @returns {Promise<number>} how many tests failed
 */
export async function runParts(names) {
  /** @type {Counts[]} */
  const all = [];
  for (const name of names) {
    console.log(`\n== ${name} ==\n`);
    all.push(await runPart(name));
  }
  const sum = addUp(all);
  if (sum.failures.length > 0) console.log('\nFailed:');
  for (const failure of sum.failures) console.log(`  ${failure.replaceAll(root, '')}`);
  console.log(`\n${summarise(sum)}`);
  return sum.failures.length;
}

/** @param {string} name */
async function runPart(name) {
  try {
    return await /** @type {() => Promise<Counts>} */ (PARTS[name])();
  } catch (error) {
    if (!(error instanceof Problem)) console.error(error);
    return {
      passed: 0,
      failures: [`${name}: ${error instanceof Error ? error.message : error}`],
      skipped: 0
    };
  }
}

/**
 * @param {string} project one of those in vite.config.ts
 * @param {Record<string, string>} [environment]
 */
async function runVitest(project, environment = {}) {
  const report = freshReport(project);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await tool('vitest', ['run', '--project', project, '--passWithNoTests', ...reporters], {
    environment,
    minutes: MINUTES
  });
  return settle(project, code, readReport(report, countVitest));
}

/** @param {string} url where the built site is served */
async function runPlaywright(url) {
  const report = freshReport('e2e');
  const { code } = await tool('@playwright/test', ['test', '--reporter=list,json'], {
    program: 'playwright',
    environment: { STRIDE_URL: url, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    minutes: MINUTES
  });
  return settle('e2e', code, readReport(report, countPlaywright));
}

/**
 * @param {string} part
 * @returns {string} a path without a file: a report of an earlier run must not be read as this one's
 */
function freshReport(part) {
  mkdirSync(cacheFolder, { recursive: true });
  const path = join(cacheFolder, `${part}.json`);
  rmSync(path, { force: true });
  return path;
}

/**
 * @template Report
 * @param {string} path
 * @param {(report: Report) => Counts} count
 */
function readReport(path, count) {
  return existsSync(path) ? count(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
}
