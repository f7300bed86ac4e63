// Which characters the site uses, and in which of its font files each of them is.
import { DIALOGS, INTERFACE, isLesson, wordsByPlace } from './pages.mjs';

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

/** The blocks of the Hangul files: jamo, CJK punctuation, ideographs, syllables, full-width forms. */
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

/** Characters to a file of those that no page is known to show: some 6 kB. */
const SLICE = 48;

/** Line ends, joiners, marks of direction and variation selectors: they ask for no glyph of their own. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]|\p{Variation_Selector}/u;

/**
 * The characters of the site, each text sorted.
 * @typedef {object} Wanted
 * @property {string} latin
 * @property {string} hangul what every lesson's page or most of them show
 * @property {string} dialogs Hangul that shows when something is opened
 * @property {string[]} rest all other Hangul, in the order of Unicode: for a page that shows the words of another
 * @property {Record<string, string>} pages of each page what is not in `hangul`, by its name
 */

/** @returns {Wanted} */
export function wantedCharacters() {
  const words = wordsByPlace();
  const texts = [...words.values(), ALWAYS_LATIN, ALWAYS_HANGUL];
  const all = new Set(texts.join(''));
  const latin = [...all].filter(
    (one) => !INVISIBLE.test(one) && (ALWAYS_LATIN.includes(one) || !isHangul(codePointOf(one)))
  );
  const isInLatin = new Set(latin);
  const hangulOf = (/** @type {string} */ text) =>
    [...new Set(text)].filter((one) => isHangul(codePointOf(one)) && !isInLatin.has(one));

  const hangul = new Set(hangulOf(ALWAYS_HANGUL + words.get(INTERFACE)));
  for (const one of mostShow([...words].filter(([place]) => isLesson(place)).map(([, text]) => text))) {
    if (hangulOf(one).length > 0) hangul.add(one);
  }
  const others = (/** @type {string} */ text) => hangulOf(text).filter((one) => !hangul.has(one));
  const dialogs = new Set(others(words.get(DIALOGS) ?? ''));
  const pages = [...words].filter(([place]) => place !== INTERFACE && place !== DIALOGS);
  const rest = others([...all].join('')).filter((one) => !dialogs.has(one));
  return {
    latin: sorted(latin),
    hangul: sorted(hangul),
    dialogs: sorted(dialogs),
    rest: slices(sorted(rest)),
    pages: Object.fromEntries(pages.map(([place, text]) => [place, sorted(others(text))]))
  };
}

/** @param {Iterable<string>} characters */
const sorted = (characters) => [...characters].sort().join('');

/**
 * The characters that are in more than half of some texts.
 * @param {string[]} texts
 */
function mostShow(texts) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const one of texts.flatMap((text) => [...new Set(text)])) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > texts.length / 2).map(([one]) => one);
}

/** @param {string} text */
function slices(text) {
  const characters = [...text];
  return Array.from({ length: Math.ceil(characters.length / SLICE) }, (_, i) =>
    characters.slice(i * SLICE, (i + 1) * SLICE).join('')
  );
}

/** @param {string} character */
export function codePointOf(character) {
  return character.codePointAt(0) ?? 0;
}

/** @param {number} codePoint */
function isHangul(codePoint) {
  return HANGUL_BLOCKS.some(([first = 0, last = 0]) => codePoint >= first && codePoint <= last);
}
