// Where the site's words are, and the characters in them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../files.mjs';
import { root } from '../processes.mjs';

/** Comments are read too: a few glyphs too many cost less than parsing. */
const SOURCES = [
  { folder: 'messages', names: /\.json$/ },
  { folder: 'lessons', names: /\.(md|ts|json|ya?ml)$/ },
  { folder: 'src', names: /\.(svelte|ts|js|json|html|css)$/ }
];

/** Folders whose words no page shows: generated ones, which say again what the sources say, the pure ones, and lists for tests. */
const UNSHOWN = [
  ...['src/lib/paraglide', 'src/lib/ui/fonts', 'src/lib/engine', 'src/lib/trace'],
  'lessons/coverage'
];

/** Entities with which a template may write a character that it does not contain. */
const ENTITIES = {
  ...{ times: '×', divide: '÷', minus: '−', middot: '·', hellip: '…', ndash: '–', mdash: '—', deg: '°' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', prime: '′', nbsp: '\u00a0' },
  ...{ larr: '←', uarr: '↑', rarr: '→', darr: '↓', le: '≤', ge: '≥', ne: '≠', asymp: '≈', copy: '©' }
};

/** Paths from the top folder on. */
export function sourceFiles() {
  return SOURCES.flatMap(({ folder, names }) =>
    filesUnder(root, folder).filter((file) => names.test(file))
  ).filter((file) => !UNSHOWN.some((unshown) => file.startsWith(`${unshown}/`)));
}

/** @param {string} file from the top folder on */
export const readSource = (file) => readFileSync(join(root, file), 'utf8');

/**
 * The text and, besides, the characters that it writes as escapes (`\u00d7`, `&#xd7;`, `&times;`).
 * @param {string} text
 */
export function withEscapes(text) {
  const escapes = text.matchAll(/\\u\{?([0-9a-f]{4,6})\}?|&#x([0-9a-f]+);|&#(\d+);|&([a-z]+);/gi);
  let found = text;
  for (const [, js, hex, decimal, name] of escapes) {
    if (name) found += /** @type {Record<string, string>} */ (ENTITIES)[name] ?? '';
    else found += fromCodePoint(decimal ? Number(decimal) : parseInt(js ?? hex ?? '', 16));
  }
  return found;
}

/**
 * Half of a surrogate pair, or a number beyond Unicode, is no character.
 * @param {number} codePoint
 */
function fromCodePoint(codePoint) {
  const isCharacter = codePoint <= 0x10ffff && !(codePoint >= 0xd800 && codePoint <= 0xdfff);
  return isCharacter ? String.fromCodePoint(codePoint) : '';
}

/**
 * The files that use a character, from the top folder on.
 * @param {string} character
 */
export function usersOf(character) {
  return sourceFiles().filter((file) => withEscapes(readSource(file)).includes(character));
}
