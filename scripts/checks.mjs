// The checks that read the source without running it.
import { join } from 'node:path';
import { cacheFolder, node, tool } from './processes.mjs';

/**
 * @typedef {import('./test-counts.mjs').Counts} Counts
 * @typedef {{ name: string, run: () => Promise<import('./processes.mjs').Outcome> }} Check
 */

const quiet = { quiet: true };

/**
 * Prettier and ESLint look at one file at a time: what they found in order and is still the same, by its text, they
 * need not read again.
 * @param {string} name
 */
function remember(name) {
  return ['--cache', '--cache-strategy', 'content', '--cache-location', join(cacheFolder, name)];
}

/**
 * First, one after another: the others need the doors, types and messages that these write.
 * @type {Check[]}
 */
const preparations = [
  { name: 'doors of the kinds', run: () => node(['scripts/doors.mjs'], quiet) },
  {
    name: 'generated types',
    run: () => tool('@sveltejs/kit', ['sync'], { program: 'svelte-kit', ...quiet })
  },
  { name: 'messages', run: compileMessages }
];

/**
 * Meanwhile, on the other core: it needs nothing.
 * @type {Check[]}
 */
const independent = [
  {
    name: 'formatting (prettier)',
    run: () => tool('prettier', ['--check', '.', ...remember('prettier')], quiet)
  }
];

/** @type {Check[]} */
const checks = [
  {
    name: 'lint (eslint)',
    run: () => tool('eslint', ['--max-warnings', '0', '.', ...remember('eslint')], quiet)
  },
  {
    name: 'styles of all browsers (stylelint)',
    run: () => tool('stylelint', ['src/**/*.{css,svelte}', ...remember('stylelint')], quiet)
  },
  {
    name: 'types (svelte-check)',
    run: () => tool('svelte-check', ['--incremental', '--fail-on-warnings', '--output', 'human'], quiet)
  },
  {
    name: 'types of the pure folders (tsc)',
    run: () => tool('typescript', ['-p', 'tsconfig.pure.json'], { program: 'tsc', ...quiet })
  },
  { name: 'layers and doors', run: () => node(['scripts/check-arrows.mjs'], quiet) },
  { name: 'unused code (knip)', run: () => tool('knip', ['--no-progress'], quiet) },
  { name: 'left-overs in the source', run: () => node(['scripts/check-source.mjs'], quiet) }
];

/** The same settings as the Paraglide plugin has in vite.config.ts. */
function compileMessages() {
  const files = ['--project', './project.inlang', '--outdir', './src/lib/paraglide'];
  const strategy = ['--strategy', 'globalVariable', 'baseLocale'];
  return tool('@inlang/paraglide-js', ['compile', ...files, ...strategy], {
    program: 'paraglide-js',
    ...quiet
  });
}

/**
 * Runs every check and shows what a check says only when it fails.
 * @param {() => Promise<unknown>} [beside] what else needs the preparations alone, and cores that checks leave idle
 * @returns {Promise<Counts>}
 */
export async function runChecks(beside = async () => {}) {
  const prepared = runLane(preparations);
  const waiting = checks.values();
  // Each check keeps one core busy: two lanes go through them in half the time.
  const lanes = [prepared, runLane(independent)].map(async (begun) => {
    const failed = await begun;
    await prepared;
    return [...failed, ...(await runLane(waiting))];
  });
  const [found] = await Promise.all([Promise.all(lanes), prepared.then(beside)]);
  const failures = found.flat();
  const all = [...preparations, ...independent, ...checks];
  return { passed: all.length - failures.length, failures, skips: [] };
}

/**
 * @param {Iterable<Check>} waiting
 * @returns {Promise<string[]>} those that failed
 */
async function runLane(waiting) {
  const failures = [];
  for (const check of waiting) {
    if (!(await passes(check))) failures.push(`check: ${check.name}`);
  }
  return failures;
}

/** @param {Check} check */
async function passes(check) {
  const begin = performance.now();
  const { code, output } = await check.run();
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${check.name}  ${seconds} s`);
  if (code !== 0) console.log(output.replace(/^/gm, '        '));
  return code === 0;
}
