// Which characters the site uses, and in which of its two font files each of them is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../files.mjs';
import { root } from '../processes.mjs';

/** Where the site's words are. Comments are read too: a few glyphs too many cost less than parsing. */
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

export const ASCII = String.fromCodePoint(...Array.from({ length: 95 }, (_, i) => 0x20 + i));

/**
 * Always in the Latin file, since code and typographic replacement put them together at run time.
 * 한국어 is there for the language switch: it stands on every page, and an English page ought not to fetch
 * the Hangul file for three syllables.
 */
const ALWAYS_LATIN = ASCII + '\u00a0×÷−·…–—‘’“”→' + '한국어';

/** Always in the Hangul file: the particles chosen at run time and the readings of numbers. */
const ALWAYS_HANGUL =
  '은는이가을를과와으로라다아야나랑란며고서써부터에예요인여도만의' +
  '영공일이삼사오육륙칠팔구십백천만억조점첫두세네째번';

/** The blocks of the Hangul file: jamo, CJK punctuation, ideographs, syllables, full-width forms. */
export const HANGUL_BLOCKS = [
  [0x1100, 0x11ff],
  [0x3000, 0x303f],
  [0x3130, 0x318f],
  [0x4e00, 0x9fff],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xff00, 0xffef]
];
export const SYLLABLES = { first: 0xac00, last: 0xd7a3 };

/** Entities with which a template may write a character that it does not contain. */
const ENTITIES = {
  ...{ times: '×', divide: '÷', minus: '−', middot: '·', hellip: '…', ndash: '–', mdash: '—', deg: '°' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', prime: '′', nbsp: '\u00a0' },
  ...{ larr: '←', uarr: '↑', rarr: '→', darr: '↓', le: '≤', ge: '≥', ne: '≠', asymp: '≈', copy: '©' }
};

/** Paths from the top folder on. */
function sourceFiles() {
  return SOURCES.flatMap(({ folder, names }) =>
    filesUnder(root, folder).filter((file) => names.test(file))
  ).filter((file) => !UNSHOWN.some((unshown) => file.startsWith(`${unshown}/`)));
}

/** @param {string} file */
const readSource = (file) => readFileSync(join(root, file), 'utf8');

/**
 * The text and, besides, the characters that it writes as escapes (`\u00d7`, `&#xd7;`, `&times;`).
 * @param {string} text
 */
function withEscapes(text) {
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

/** Line ends, joiners, marks of direction and variation selectors: they ask for no glyph of their own. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]|\p{Variation_Selector}/u;

/** The characters the site uses, sorted, by the file that they belong to. */
export function wantedCharacters() {
  const latin = new Set(ALWAYS_LATIN);
  /** @type {Set<string>} */
  const hangul = new Set();
  for (const character of ALWAYS_HANGUL + sourceFiles().map(readSource).map(withEscapes).join('')) {
    if (INVISIBLE.test(character) || latin.has(character)) continue;
    (isHangul(codePointOf(character)) ? hangul : latin).add(character);
  }
  return { latin: [...latin].sort().join(''), hangul: [...hangul].sort().join('') };
}

/** @param {string} character */
export function codePointOf(character) {
  return character.codePointAt(0) ?? 0;
}

/** @param {number} codePoint */
function isHangul(codePoint) {
  return HANGUL_BLOCKS.some(([first = 0, last = 0]) => codePoint >= first && codePoint <= last);
}

/**
 * The files that use a character, from the top folder on.
 * @param {string} character
 */
export function usersOf(character) {
  return sourceFiles().filter((file) => withEscapes(readSource(file)).includes(character));
}
