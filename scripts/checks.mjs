// The checks that read the source without running it, in the order in which they run.
import { node, tool } from './processes.mjs';

/**
 * @typedef {import('./test-counts.mjs').Counts} Counts
 * @typedef {{ name: string, run: () => Promise<import('./processes.mjs').Outcome> }} Check
 */

const quiet = { quiet: true };

/** @type {Check[]} */
const checks = [
  // First: svelte-check, knip and the arrows need the types and messages that these two write.
  {
    name: 'generated types',
    run: () => tool('@sveltejs/kit', ['sync'], { program: 'svelte-kit', ...quiet })
  },
  { name: 'messages', run: compileMessages },
  { name: 'formatting (prettier)', run: () => tool('prettier', ['--check', '.'], quiet) },
  { name: 'lint (eslint)', run: () => tool('eslint', ['--max-warnings', '0', '.'], quiet) },
  {
    name: 'types (svelte-check)',
    run: () => tool('svelte-check', ['--fail-on-warnings', '--output', 'human'], quiet)
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
  return tool('@inlang/paraglide-js', ['compile', ...files, ...strategy, '--emit-ts-declarations'], {
    program: 'paraglide-js',
    ...quiet
  });
}

/**
 * Runs every check, one after another, and shows what a check says only when it fails.
 * @returns {Promise<Counts>}
 */
export async function runChecks() {
  /** @type {string[]} */
  const failures = [];
  for (const check of checks) {
    if (!(await passes(check))) failures.push(`check: ${check.name}`);
  }
  return { passed: checks.length - failures.length, failures, skipped: 0 };
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
