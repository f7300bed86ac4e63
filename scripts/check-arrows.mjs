// Imports point one way. This check reads every import of src/ and lessons/ (types, dynamic imports
// and Svelte components included) and names each one that turns back, passes a layer by its back
// door, or closes a circle.
import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { filesUnder } from './files.mjs';
import { isStarted, root } from './processes.mjs';

/** The layers, from the bottom up: each may import all those before it. */
const PURE = ['engine', 'trace', 'exercise'];
const UPPER = ['describe', 'picture', 'stage', 'kinds', 'course', 'practice', 'player', 'present'];

/** What several kinds of scene build on; and the tables of all kinds, which only their doors open. */
const SHARED_BY_KINDS = 'shared';
const TABLES_OF_KINDS = 'doors';

/** Words, the search and buttons serve every layer that is not pure. */
const SERVING = ['ui', 'search', 'paraglide'];

/** Parts without a door: every module of the generated messages, every lesson. */
const OPEN = ['paraglide', 'lessons'];

const CODE = /\.(?:[jt]s|svelte)$/;
const ENDINGS = ['', '.ts', '.js', '.svelte', '/index.ts'];

/**
 * @typedef {{ from: string, to: string }} Import both are paths from the top folder
 */

/** What each part of the project may import from the others. */
const MAY_IMPORT = new Map([
  ...PURE.map((layer, index) => arrows(layer, PURE.slice(0, index))),
  ...UPPER.map((layer, index) => arrows(layer, [...PURE, ...UPPER.slice(0, index), ...SERVING])),
  arrows('routes', [...PURE, ...UPPER, ...SERVING]),
  arrows('ui', ['search', 'paraglide']),
  arrows('search', ['paraglide']),
  arrows('paraglide', []),
  arrows('lessons', ['engine', 'trace', 'course'])
]);

/**
 * @param {string} part
 * @param {string[]} targets
 * @returns {[string, string[]]}
 */
function arrows(part, targets) {
  // The course is what loads the lessons.
  return [part, part === 'course' ? [...targets, 'lessons'] : targets];
}

/**
 * @param {string} path
 * @returns {string} the part of the project that a file belongs to; not always one that may exist
 */
function partOf(path) {
  if (path.startsWith('lessons/')) return 'lessons';
  // The service worker and the hooks stand beside the pages.
  if (!path.startsWith('src/lib/')) return 'routes';
  return path.split('/')[2] ?? '';
}

/** @param {string} path */
function isDoor(path) {
  const inside = path.split('/').slice(3).join('/');
  // The kinds have a second one, that the build and Node go through.
  return (
    inside === 'index.ts' ||
    path === 'src/lib/kinds/models.ts' ||
    path === 'src/lib/practice/exercises.ts' ||
    /^[^/]+\.server\.ts$/.test(inside)
  );
}

/**
 * Says what is wrong with one import, if anything is.
 * @param {Import} import_
 * @returns {string | undefined}
 */
function judge({ from, to }) {
  const [here, there] = [partOf(from), partOf(to)];
  const allowed = MAY_IMPORT.get(here);
  if (allowed === undefined) return `${here} is no layer: give it a place in scripts/check-arrows.mjs`;
  if (here === 'kinds' && there === 'kinds') return judgeKinds(from, to);
  if (here === there) return undefined;
  if (!allowed.includes(there)) return `${here} may not import ${there}`;
  if (CODE.test(to) && !OPEN.includes(there) && !isDoor(to)) return `not through the door of ${there}`;
  return undefined;
}

/**
 * No kind of scene knows another: what two of them need is shared, or drawn by the stage.
 * @param {string} from
 * @param {string} to
 * @returns {string | undefined}
 */
function judgeKinds(from, to) {
  const [here, there] = [kindOf(from), kindOf(to)];
  if (there === here || there === SHARED_BY_KINDS || here === TABLES_OF_KINDS) return undefined;
  // The doors stand beside the folders.
  if (here === undefined && there === TABLES_OF_KINDS) return undefined;
  return `the kind ${here ?? 'door'} may not import ${there ?? 'the door of the kinds'}`;
}

/**
 * @param {string} path of a file of the kinds
 * @returns {string | undefined} its folder; none for the doors, which stand beside the folders
 */
function kindOf(path) {
  const [, , , folder, file] = path.split('/');
  return file === undefined ? undefined : folder;
}

/**
 * @param {string} folder the top folder of a project
 * @returns {string[]} one sentence for each import that breaks a rule
 */
export function findBrokenArrows(folder) {
  const imports = sourceFiles(folder).flatMap((file) => importsOf(folder, file));
  const broken = imports.flatMap((import_) => {
    const reason = judge(import_);
    return reason === undefined ? [] : [`${import_.from} -> ${import_.to}: ${reason}`];
  });
  return [...broken, ...findCircles(imports)];
}

/** @param {string} folder */
function sourceFiles(folder) {
  return ['src', 'lessons']
    .flatMap((part) => filesUnder(folder, part))
    .filter((path) => CODE.test(path) && !path.startsWith('src/lib/paraglide/'));
}

/**
 * @param {string} folder
 * @param {string} from
 * @returns {Import[]}
 */
function importsOf(folder, from) {
  return specifiersIn(from, readFileSync(join(folder, from), 'utf8')).flatMap((specifier) => {
    const to = resolve(folder, from, specifier);
    return to === undefined ? [] : [{ from, to }];
  });
}

/**
 * @param {string} path
 * @param {string} text
 * @returns {string[]}
 */
function specifiersIn(path, text) {
  if (!path.endsWith('.svelte')) return specifiersInScript(text);
  const scripts = [...text.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map((match) => match[1] ?? '');
  // {#await import('...')} stands in the markup.
  const inMarkup = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)/g)].map((match) => match[1] ?? '');
  return [...new Set([...scripts.flatMap(specifiersInScript), ...inMarkup])];
}

/** @param {string} text */
function specifiersInScript(text) {
  return [...new Set(ts.preProcessFile(text).importedFiles.map((file) => file.fileName))];
}

/**
 * Finds the file of ours that a specifier means; packages and generated types are not ours.
 * @param {string} folder
 * @param {string} from
 * @param {string} specifier
 * @returns {string | undefined}
 */
function resolve(folder, from, specifier) {
  const path = locate(from, specifier.replace(/\?.*$/, ''));
  if (path === undefined) return undefined;
  const candidates = ENDINGS.map((ending) => path + ending);
  const found = candidates.find((candidate) => isFile(join(folder, candidate)));
  // Messages are generated and may not be there yet; an alias is ours whether the file exists or not.
  return found ?? (specifier.startsWith('$') ? path : undefined);
}

/**
 * @param {string} from
 * @param {string} specifier
 */
function locate(from, specifier) {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  if (/^\$lib(?:\/|$)/.test(specifier)) return specifier.replace('$lib', 'src/lib');
  if (/^\$lessons(?:\/|$)/.test(specifier)) return specifier.replace('$lessons', 'lessons');
  return undefined;
}

/** @param {string} path */
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/**
 * Finds circles of files. A component that draws itself again inside itself is none.
 * @param {Import[]} imports
 * @returns {string[]}
 */
function findCircles(imports) {
  const targets = new Map();
  for (const { from, to } of imports) {
    if (from !== to) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  /** @type {string[]} */
  const circles = [];
  const finished = new Set();
  /** @param {string[]} path */
  const follow = (path) => {
    const here = path.at(-1);
    if (finished.has(here)) return;
    for (const next of targets.get(here) ?? []) {
      const start = path.indexOf(next);
      if (start >= 0) circles.push([...path.slice(start), next].join(' -> ') + ': a circle');
      else follow([...path, next]);
    }
    finished.add(here);
  };
  for (const start of targets.keys()) follow([start]);
  return circles;
}

if (isStarted(import.meta.url)) {
  const broken = findBrokenArrows(root);
  for (const sentence of broken) console.log(sentence);
  if (broken.length > 0) process.exitCode = 1;
}
