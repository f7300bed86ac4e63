// The parts of `npm test`, each of which ends in counts and never in an exception: a part that
// breaks is one failure, and the next one still runs.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installOtherBrowsers, otherBrowsers } from './browsers.mjs';
import { buildIfChanged } from './build.mjs';
import { runChecks } from './checks.mjs';
import { cacheFolder, root, tool } from './processes.mjs';
import { serveDev } from './dev-server.mjs';
import { serve } from './serve.mjs';
import { findBrowser, mayInstall, Problem } from './setup.mjs';
import {
  addUp,
  countPlaywright,
  countVitest,
  groupSkips,
  sayTime,
  settle,
  summarise
} from './test-counts.mjs';

/**
 * @typedef {import('./test-counts.mjs').Counts} Counts
 * @typedef {import('./test-request.mjs').Part} Part
 * @typedef {import('./test-request.mjs').Request} Request
 */

/** Long enough for a slow machine; a runner that takes longer hangs. */
const MINUTES = 25;

/**
 * Each tells what it does as it goes, or where it is quiet, all of it at its end.
 * @type {Record<Part, (request: Request, quiet: boolean) => Promise<Counts>>}
 */
const PARTS = {
  // The site is built meanwhile, where a later part needs it: that part says so if it cannot be built.
  check: ({ parts }) => runChecks(parts.some(needsSite) ? () => buildIfChanged().catch(() => {}) : undefined),
  unit: ({ parameters }, quiet) => runVitest('unit', parameters, { quiet }),
  component: async ({ parameters }, quiet) => {
    await findBrowser();
    return runVitest('component', parameters, { quiet });
  },
  e2e: async ({ parameters, dev }) => {
    await findBrowser();
    const { url, close } = dev ? await serveDev() : await serveBuilt();
    const counts = await runPlaywright(url, parameters);
    await close();
    return counts;
  },
  browsers: runBrowsers
};

/** @param {Part} part */
const needsSite = (part) => part === 'e2e' || part === 'browsers';

/**
 * Installs the browsers of these parts before any of them begins: what is done once on a machine is not their time.
 * @param {readonly Part[]} parts
 */
async function installBrowsers(parts) {
  try {
    if (parts.includes('component') || parts.includes('e2e')) await findBrowser();
    if (parts.includes('browsers')) await bringOtherBrowsers();
  } catch (error) {
    // The part that goes without tells of it.
    if (!(error instanceof Problem)) throw error;
  }
}

async function bringOtherBrowsers() {
  if (process.env.CI && mayInstall()) await installOtherBrowsers();
}

/** @param {Request} request */
async function runBrowsers({ parameters }) {
  await bringOtherBrowsers();
  const found = otherBrowsers();
  if (Object.keys(found).length === 0) {
    const reason = 'neither Firefox nor WebKitGTK is on this machine (npm run test:browsers installs both)';
    return { passed: 0, failures: [], skips: [reason] };
  }
  const { url, close } = await serveBuilt();
  const environment = { ...found, STRIDE_URL: url };
  const counts = await runVitest('browsers', parameters, { environment });
  await close();
  return counts;
}

async function serveBuilt() {
  await buildIfChanged();
  return serve();
}

/** Parts that leave a core idle, each of them alone. */
const BESIDE_EACH_OTHER = ['unit', 'component'];

/**
 * The parts in their order, those together that run beside each other.
 * @param {readonly Part[]} parts
 */
function groupsOf(parts) {
  /** @type {Part[][]} */
  const groups = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last && [...last, part].every((one) => BESIDE_EACH_OTHER.includes(one))) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

/**
 * Runs the parts and prints what they came to.
 * @param {Request} request
 * @returns {Promise<number>} how many tests failed
 */
export async function runParts(request) {
  /** @type {Counts[]} */
  const all = [];
  /** @type {string[]} */
  const times = [];
  const start = performance.now();
  await installBrowsers(request.parts);
  times.push(`installation ${sayTime(performance.now() - start)}`);
  for (const group of groupsOf(request.parts)) {
    const name = group.join(' and ');
    console.log(`\n== ${name} ==\n`);
    const begin = performance.now();
    all.push(...(await Promise.all(group.map((part, index) => runPart(part, request, index > 0)))));
    times.push(`${name} ${sayTime(performance.now() - begin)}`);
  }
  const sum = addUp(all);
  if (sum.failures.length > 0) console.log('\nFailed:');
  for (const failure of sum.failures) console.log(`  ${failure.replaceAll(root, '')}`);
  if (sum.skips.length > 0) console.log('\nSkipped:');
  for (const skip of groupSkips(sum.skips)) console.log(`  ${skip.replaceAll(root, '')}`);
  console.log(`\nTime: ${times.join(', ')}`);
  console.log(`\n${summarise(sum)}`);
  return sum.failures.length;
}

/**
 * @param {Part} part
 * @param {Request} request
 * @param {boolean} quiet
 */
async function runPart(part, request, quiet) {
  try {
    return await PARTS[part](request, quiet);
  } catch (error) {
    if (!(error instanceof Problem)) console.error(error);
    return { passed: 0, failures: [`${part}: ${error instanceof Error ? error.message : error}`], skips: [] };
  }
}

/**
 * @param {string} project one of those in vite.config.ts
 * @param {readonly string[]} parameters
 * @param {import('./processes.mjs').RunOptions} options
 */
async function runVitest(project, parameters, options) {
  const report = freshReport(project);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code, output } = await tool(
    'vitest',
    ['run', '--project', project, '--passWithNoTests', ...reporters, ...parameters],
    { minutes: MINUTES, ...options }
  );
  if (options.quiet) console.log(output);
  return settle(project, code, readReport(report, countVitest));
}

/**
 * @param {string} url where the site is served
 * @param {readonly string[]} parameters
 */
async function runPlaywright(url, parameters) {
  const report = freshReport('e2e');
  const { code } = await tool('@playwright/test', ['test', '--reporter=list,json', ...parameters], {
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
