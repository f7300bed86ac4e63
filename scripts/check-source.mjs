// Finds what should never stay in the source: notes to self, tests left out, rules switched off.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './files.mjs';
import { isStarted, root } from './processes.mjs';

const FOLDERS = ['src', 'lessons', 'scripts', 'tests'];
const CODE = /\.(?:[cm]?[jt]s|svelte|md|css|html)$/;
const GENERATED = /^src\/lib\/(?:paraglide|ui\/fonts|kinds\/doors)\//;

/** Written by the patterns below, this file and its test would find themselves. */
const OWN = /^(?:scripts|tests\/tooling)\/check-source\./;

/** The one component that may put prepared markup into a page. */
const MARKUP = 'src/lib/ui/Html.svelte';

/** @type {{ pattern: RegExp, reason: string, within?: string, except?: string }[]} */
const RULES = [
  { pattern: /\b(?:TODO|FIXME|XXX)\b/g, reason: 'a note to self: do it, or leave it out' },
  { pattern: /\.only\s*\(/g, reason: 'leaves all other tests out', within: 'tests/' },
  // With a condition, as Playwright has it, it says on which machines the test cannot be.
  { pattern: /\.skip\s*\((?!\s*!?is[A-Z])/g, reason: 'leaves a test out', within: 'tests/' },
  { pattern: /@ts-ignore\b/g, reason: 'hides every error of the next line' },
  { pattern: /\{@html\b/g, reason: `only ${MARKUP} may do this`, except: MARKUP },
  { pattern: /\bd3\.select(?:All)?\b/g, reason: 'Svelte draws, D3 only counts' },
  {
    pattern: /\bselect(?:All)?\b(?=[^{}]*\}\s*from\s*['"]d3(?:-selection)?['"])/g,
    reason: 'Svelte draws, D3 only counts'
  }
];

/**
 * @param {string} path from the top folder, with forward slashes
 * @param {string} text
 * @returns {string[]} one line for each find: file, line number, what it is
 */
export function findLeftOvers(path, text) {
  const rules = RULES.filter(({ within = '', except }) => path.startsWith(within) && path !== except);
  return rules.flatMap(({ pattern, reason }) =>
    [...text.matchAll(pattern)].map((match) => {
      const line = text.slice(0, match.index).split('\n').length;
      return `${path}:${line}  ${match[0]}  ${reason}`;
    })
  );
}

function sourceFiles() {
  return FOLDERS.flatMap((folder) => filesUnder(root, folder)).filter(
    (path) => CODE.test(path) && !GENERATED.test(path) && !OWN.test(path)
  );
}

if (isStarted(import.meta.url)) {
  const finds = sourceFiles().flatMap((path) => findLeftOvers(path, readFileSync(join(root, path), 'utf8')));
  for (const find of finds) console.log(find);
  if (finds.length > 0) process.exitCode = 1;
}
