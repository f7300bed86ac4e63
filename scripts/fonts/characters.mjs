// Which characters the site uses, and in which of its three font files each of them is.
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

/** What is read beside the lessons, not in them: practice, what teachers make of it, the glossary. */
const BESIDES = {
  folders: ['src/lib/practice', 'src/routes/[lang=language]/practice'],
  names: /^lessons\/[^/]+\.(?:ts|ya?ml)$/,
  messages: /^(?:practice|teach|sheet|sets?|present)_/
};

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

/**
 * A source's words: those that lessons show, and those of what is read beside them.
 * @param {string} file
 * @returns {{ shown: string, besides: string }}
 */
function wordsOf(file) {
  const text = withEscapes(readSource(file));
  if (BESIDES.names.test(file) || BESIDES.folders.some((folder) => file.startsWith(`${folder}/`))) {
    return { shown: '', besides: text };
  }
  if (!file.startsWith('messages/')) return { shown: text, besides: '' };
  const messages = Object.entries(JSON.parse(readSource(file)));
  const those = (/** @type {boolean} */ isBesides) =>
    JSON.stringify(messages.filter(([key]) => BESIDES.messages.test(key) === isBesides));
  return { shown: those(false), besides: those(true) };
}

/**
 * The characters the site uses, sorted, by the file that they belong to: `besides` are those of Hangul that no lesson
 * shows.
 */
export function wantedCharacters() {
  const latin = new Set(ALWAYS_LATIN);
  /** @type {Set<string>} */
  const hangul = new Set();
  /** @type {Set<string>} */
  const besides = new Set();
  const sources = sourceFiles().map(wordsOf);
  const shown = ALWAYS_HANGUL + sources.map((words) => words.shown).join('');
  for (const [text, set] of /** @type {const} */ ([
    [shown, hangul],
    [sources.map((words) => words.besides).join(''), besides]
  ])) {
    for (const character of text) {
      if (INVISIBLE.test(character) || latin.has(character) || hangul.has(character)) continue;
      (isHangul(codePointOf(character)) ? set : latin).add(character);
    }
  }
  const sorted = (/** @type {Set<string>} */ set) => [...set].sort().join('');
  return { latin: sorted(latin), hangul: sorted(hangul), besides: sorted(besides) };
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
