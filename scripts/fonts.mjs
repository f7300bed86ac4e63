/**
 * Makes the site's fonts: cuts Pretendard and KaTeX's fonts down to the characters that the site uses, and
 * writes the style sheets that name them. Everything goes to src/lib/ui/fonts/, which is not kept in git.
 *
 *   pretendard-latin.woff2    Latin letters, digits, signs; enough for a page in English
 *   pretendard-hangul.woff2   Hangul and CJK punctuation; fetched only by a page that shows some
 *   KaTeX_*.woff2             what simple formulas need
 *   fonts.css                 the @font-face rules, and a fallback with the same metrics
 *   katex.css                 KaTeX's own rules, for the pages that have formulas
 *   fonts.json                what was made from what, so that a second run has nothing to do
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ name: string, bytes: number, characters: number }} MadeFile
 * @typedef {{ files: MadeFile[], missing: string[], made: boolean }} FontReport
 *   `missing`: characters that the sources use and Pretendard lacks; `made`: false if all was up to date.
 * @typedef {object} Font
 * @property {number} unitsPerEm
 * @property {number} ascent
 * @property {number} descent below the baseline, as a positive number
 * @property {Set<number>} codePoints
 * @property {(codePoint: number) => number} advance
 */

const SCRIPT = fileURLToPath(import.meta.url);
const ROOT = dirname(dirname(SCRIPT));
export const OUTPUT = join(ROOT, 'src/lib/ui/fonts');
const require = createRequire(import.meta.url);
const PRETENDARD = dirname(require.resolve('pretendard/package.json'));
const KATEX = dirname(require.resolve('katex/package.json'));

/** Where the site's words are. Comments are read too: a few glyphs too many cost less than parsing. */
const SOURCES = [
  { folder: 'messages', names: /\.json$/ },
  { folder: 'lessons', names: /\.(md|ts|json|ya?ml)$/ },
  { folder: 'src', names: /\.(svelte|ts|js|html|css)$/ }
];
/** Folders whose words no page shows: generated ones, which say again what the sources say, the pure ones, and lists for tests. */
const UNSHOWN = [
  ...['src/lib/paraglide', 'src/lib/ui/fonts', 'src/lib/engine', 'src/lib/trace'],
  'lessons/coverage'
];

const ASCII = String.fromCodePoint(...Array.from({ length: 95 }, (_, i) => 0x20 + i));
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

const WEIGHTS = { min: 400, max: 800, default: 400 };
/** Equal-width digits above all; the stylistic sets are few glyphs, the rest is what text needs. */
const FEATURES = [
  ...['tnum', 'kern', 'calt', 'ccmp', 'locl', 'mark', 'mkmk'],
  ...Array.from({ length: 16 }, (_, i) => `ss${String(i + 1).padStart(2, '0')}`)
];
/** The licence stays inside the font files. */
const LICENCE_NAME = [13];

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const DELIMITERS = '()[]{}|/⌊⌋⌈⌉⟨⟩';
// U+E020 is the stroke that KaTeX lays over another sign to negate it, as in ≠.
const MATHS = LETTERS + '0123456789' + DELIMITERS + "+−-=<>×·⋅∗⋆*∑≠≈≤≥′→∈…⋯,.:;!?'∣ \u00a0\ue020";
const GREEK = 'αβγδεϵημσθλπτφϕωΔΣΩ';
const LARGE = DELIMITERS + '∑∣';
/** Pieces from which Size4 builds brackets of any height. */
const BRACKET_PIECES = '⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎨⎩⎪⎫⎬⎭';
const KATEX_FONTS = [
  { name: 'KaTeX_Main-Regular', family: 'KaTeX_Main', style: 'normal', text: MATHS + GREEK },
  { name: 'KaTeX_Math-Italic', family: 'KaTeX_Math', style: 'italic', text: MATHS + GREEK },
  { name: 'KaTeX_Size1-Regular', family: 'KaTeX_Size1', style: 'normal', text: LARGE },
  { name: 'KaTeX_Size2-Regular', family: 'KaTeX_Size2', style: 'normal', text: LARGE },
  { name: 'KaTeX_Size3-Regular', family: 'KaTeX_Size3', style: 'normal', text: LARGE },
  { name: 'KaTeX_Size4-Regular', family: 'KaTeX_Size4', style: 'normal', text: LARGE + BRACKET_PIECES }
];

/** How often each letter comes in a thousand characters of English: OS/2 version 0, xAvgCharWidth. */
const FREQUENCY = {
  ...{ a: 64, b: 14, c: 27, d: 35, e: 100, f: 20, g: 14, h: 42, i: 63, j: 3, k: 6, l: 35, m: 20, n: 56 },
  ...{ o: 56, p: 17, q: 4, r: 49, s: 56, t: 71, u: 31, v: 10, w: 18, x: 3, y: 18, z: 2, ' ': 166 }
};
/** Advance widths of a to z and the space in Arial, in 2048ths of an em; Liberation Sans has the same. */
const ARIAL = {
  regular:
    '1139 1139 1024 1139 1139 569 1139 1139 455 455 1024 455 1706 1139 1139 1139 1139 682 1024 569 1139 1024 1479 1024 1024 1024 569',
  bold: '1139 1251 1139 1251 1139 682 1251 1251 569 569 1139 569 1821 1251 1251 1251 1251 797 1139 682 1251 1139 1593 1139 1139 1024 569'
};

/**
 * Fonts that may be on the reader's machine, by the names under which `local()` finds them. `hangul` is the
 * advance of a syllable in ems.
 */
const LOCAL_LATIN = {
  regular: ['Arial', 'Helvetica Neue', 'Liberation Sans'],
  bold: ['Arial Bold', 'Helvetica Neue Bold', 'Liberation Sans Bold'],
  regularLast: ['Noto Sans CJK KR', 'Apple SD Gothic Neo', 'Malgun Gothic'],
  boldLast: ['Noto Sans CJK KR Bold', 'Apple SD Gothic Neo Bold', 'Malgun Gothic Bold']
};
const LOCAL_HANGUL = [
  {
    hangul: 0.92,
    regular: ['Malgun Gothic', 'Noto Sans CJK KR', 'NotoSansCJKkr-Regular', 'Noto Sans KR'],
    bold: ['Malgun Gothic Bold', 'Noto Sans CJK KR Bold', 'NotoSansCJKkr-Bold', 'Noto Sans KR Bold']
  },
  {
    // Pretendard's Hangul is spaced after this one.
    hangul: 1770 / 2048,
    regular: ['Apple SD Gothic Neo', 'Apple SD Gothic Neo Regular', 'AppleSDGothicNeo-Regular'],
    bold: ['Apple SD Gothic Neo Bold', 'AppleSDGothicNeo-Bold']
  }
];

/** The blocks of the Hangul file: jamo, CJK punctuation, ideographs, syllables, full-width forms. */
const HANGUL_BLOCKS = [
  [0x1100, 0x11ff],
  [0x3000, 0x303f],
  [0x3130, 0x318f],
  [0x4e00, 0x9fff],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xff00, 0xffef]
];
const SYLLABLES = { first: 0xac00, last: 0xd7a3 };

/** Entities with which a template may write a character that it does not contain. */
const ENTITIES = {
  ...{ times: '×', divide: '÷', minus: '−', middot: '·', hellip: '…', ndash: '–', mdash: '—', deg: '°' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', prime: '′', nbsp: '\u00a0' },
  ...{ larr: '←', uarr: '↑', rarr: '→', darr: '↓', le: '≤', ge: '≥', ne: '≠', asymp: '≈', copy: '©' }
};

// --- Which characters -----------------------------------------------------------------------------------

/** @returns {string[]} */
function sourceFiles() {
  return SOURCES.flatMap(({ folder, names }) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && names.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !UNSHOWN.some((unshown) => file.startsWith(join(ROOT, unshown) + sep)))
  );
}

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
 * The characters the site uses, sorted, by the file that they belong to.
 * @param {string[]} texts
 */
function wantedCharacters(texts) {
  const latin = new Set(ALWAYS_LATIN);
  /** @type {Set<string>} */
  const hangul = new Set();
  for (const character of ALWAYS_HANGUL + texts.map(withEscapes).join('')) {
    if (INVISIBLE.test(character) || latin.has(character)) continue;
    (isHangul(codePointOf(character)) ? hangul : latin).add(character);
  }
  return { latin: [...latin].sort().join(''), hangul: [...hangul].sort().join('') };
}

/** @param {string} character */
function codePointOf(character) {
  return character.codePointAt(0) ?? 0;
}

/** @param {number} codePoint */
function isHangul(codePoint) {
  return HANGUL_BLOCKS.some(([first = 0, last = 0]) => codePoint >= first && codePoint <= last);
}

// --- Reading a font -------------------------------------------------------------------------------------

/**
 * The few tables of a TrueType font that matter here.
 * @param {Buffer} data
 * @returns {Font}
 */
export function readFont(data) {
  /** @type {Record<string, number>} */
  const tables = {};
  for (let i = 0; i < data.readUInt16BE(4); i++) {
    const record = 12 + 16 * i;
    tables[data.toString('latin1', record, record + 4)] = data.readUInt32BE(record + 8);
  }
  const { head = 0, hhea = 0, hmtx = 0, cmap = 0 } = tables;
  const glyphs = readCharacterMap(data, cmap);
  const widths = data.readUInt16BE(hhea + 34);
  return {
    unitsPerEm: data.readUInt16BE(head + 18),
    ascent: data.readInt16BE(hhea + 4),
    descent: -data.readInt16BE(hhea + 6),
    codePoints: new Set(glyphs.keys()),
    // Glyphs beyond the last width listed have that width.
    advance: (codePoint) => data.readUInt16BE(hmtx + 4 * Math.min(glyphs.get(codePoint) ?? 0, widths - 1))
  };
}

/**
 * @param {Buffer} data
 * @param {number} cmap where the table begins
 */
function readCharacterMap(data, cmap) {
  /** @type {Map<number, number>} */
  const glyphs = new Map();
  for (let i = 0; i < data.readUInt16BE(cmap + 2); i++) {
    const table = cmap + data.readUInt32BE(cmap + 4 + 8 * i + 4);
    const format = data.readUInt16BE(table);
    if (format === 4) readFormat4(data, table, glyphs);
    else if (format === 12) readFormat12(data, table, glyphs);
  }
  return glyphs;
}

/**
 * Format 4: segments of the first 65 536 characters.
 * @param {Buffer} data
 * @param {number} table
 * @param {Map<number, number>} glyphs
 */
function readFormat4(data, table, glyphs) {
  const length = data.readUInt16BE(table + 6);
  for (let i = 0; i < length; i += 2) {
    const last = data.readUInt16BE(table + 14 + i);
    const first = data.readUInt16BE(table + 16 + length + i);
    const delta = data.readUInt16BE(table + 16 + 2 * length + i);
    const offsetAt = table + 16 + 3 * length + i;
    const offset = data.readUInt16BE(offsetAt);
    for (let codePoint = first; codePoint <= last && codePoint < 0xffff; codePoint++) {
      const listed = offset ? data.readUInt16BE(offsetAt + offset + 2 * (codePoint - first)) : codePoint;
      const glyph = offset && !listed ? 0 : (listed + delta) & 0xffff;
      if (glyph) glyphs.set(codePoint, glyph);
    }
  }
}

/**
 * Format 12: groups of any characters.
 * @param {Buffer} data
 * @param {number} table
 * @param {Map<number, number>} glyphs
 */
function readFormat12(data, table, glyphs) {
  for (let i = 0; i < data.readUInt32BE(table + 12); i++) {
    const group = table + 16 + 12 * i;
    const first = data.readUInt32BE(group);
    const last = data.readUInt32BE(group + 4);
    const glyph = data.readUInt32BE(group + 8);
    for (let codePoint = first; codePoint <= last; codePoint++) {
      glyphs.set(codePoint, glyph + codePoint - first);
    }
  }
}

/**
 * Reads a font file of any kind, also a compressed one.
 * @param {string} path
 */
export async function readFontFile(path) {
  const subsetFont = loadSubsetter();
  return readFont(
    await subsetFont(readFileSync(path), '', { targetFormat: 'truetype', keepAllGlyphs: true })
  );
}

/**
 * Loaded only when there is something to make: loading it takes longer than finding out.
 * @returns {(font: Buffer, text: string, options: object) => Promise<Buffer>}
 */
function loadSubsetter() {
  return require('subset-font');
}

// --- Making the fonts -----------------------------------------------------------------------------------

/** @typedef {{ name: string, data: Buffer | string, characters?: number }} Output */

/**
 * @param {Buffer} source
 * @param {string} name
 * @param {string} text
 * @returns {Promise<Output>}
 */
async function cutPretendard(source, name, text) {
  const subsetFont = loadSubsetter();
  const data = await subsetFont(source, text, {
    targetFormat: 'woff2',
    variationAxes: { wght: WEIGHTS },
    keepFeatures: FEATURES,
    preserveNameIds: LICENCE_NAME,
    noHinting: true
  });
  return { name, data, characters: [...text].length };
}

/**
 * @param {{ name: string, text: string }} font
 * @returns {Promise<Output>}
 */
async function cutKatex({ name, text }) {
  const subsetFont = loadSubsetter();
  const source = readFileSync(join(KATEX, `dist/fonts/${name}.ttf`));
  const { codePoints } = readFont(source);
  const kept = [...new Set(text)].filter((character) => codePoints.has(codePointOf(character)));
  const data = await subsetFont(source, kept.join(''), { targetFormat: 'woff2', noHinting: true });
  return { name: `${name}.woff2`, data, characters: kept.length };
}

/**
 * Pretendard's metrics at one weight; the file itself has only those of the lightest.
 * @param {Buffer} source
 * @param {number} weight
 */
async function metricsAt(source, weight) {
  const subsetFont = loadSubsetter();
  return readFont(
    await subsetFont(source, ASCII + '가', { targetFormat: 'truetype', variationAxes: { wght: weight } })
  );
}

// --- Writing the style sheets ---------------------------------------------------------------------------

/**
 * A unicode-range of exactly these characters; `bridge` may let a range run over others.
 * @param {string} text sorted
 * @param {(before: number, after: number) => boolean} [bridge]
 */
function unicodeRange(text, bridge = () => false) {
  /** @type {{ first: number, last: number }[]} */
  const ranges = [];
  for (const codePoint of [...text].map(codePointOf).sort((a, b) => a - b)) {
    const current = ranges.at(-1);
    if (current && (codePoint === current.last + 1 || bridge(current.last, codePoint))) {
      current.last = codePoint;
    } else ranges.push({ first: codePoint, last: codePoint });
  }
  return ranges.map(({ first, last }) => writeRange(first, last)).join(', ');
}

/**
 * @param {number} first
 * @param {number} last
 */
function writeRange(first, last) {
  const [from, to] = [first, last].map((codePoint) => codePoint.toString(16).toUpperCase());
  return first === last ? `U+${from}` : `U+${from}-${to}`;
}

/**
 * Hundreds of separate syllables would make the style sheet of every page longer by 4 kB. One range does,
 * as long as it leaves out the syllables of the Latin file: nobody else claims the gaps.
 * @param {string} hangul
 * @param {string} latin
 */
function hangulRange(hangul, latin) {
  const taken = [...latin].map(codePointOf);
  return unicodeRange(
    hangul,
    (before, after) =>
      before >= SYLLABLES.first &&
      after <= SYLLABLES.last &&
      !taken.some((codePoint) => codePoint > before && codePoint < after)
  );
}

/** @param {[string, string | undefined][]} descriptors */
function fontFace(descriptors) {
  const lines = descriptors.filter(([, value]) => value).map(([name, value]) => `  ${name}: ${value};\n`);
  return `@font-face {\n${lines.join('')}}\n`;
}

/**
 * @param {{ family: string, file: string, style?: string, weight: string, range?: string }} face
 */
function webFontFace({ family, file, style = 'normal', weight, range }) {
  return fontFace([
    ['font-family', `'${family}'`],
    ['font-style', style],
    ['font-weight', weight],
    ['font-display', 'swap'],
    // `no-inline`: Vite would turn the smallest files into data addresses, which the site's policy refuses
    // and every page would carry.
    ['src', `url('./${file}?no-inline') format('woff2')`],
    ['unicode-range', range]
  ]);
}

/**
 * A local font stretched to Pretendard's widths, with Pretendard's line height. `size-adjust` enlarges the
 * overrides as well, hence the division.
 * @param {{ names: string[], weight: string, scale: number, font: Font, range: string }} face
 */
function fallbackFace({ names, weight, scale, font, range }) {
  const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(2)}%`;
  return fontFace([
    ['font-family', "'Pretendard Fallback'"],
    ['font-weight', weight],
    ['src', names.map((name) => `local('${name}')`).join(', ')],
    ['size-adjust', percent(scale)],
    ['ascent-override', percent(font.ascent / font.unitsPerEm / scale)],
    ['descent-override', percent(font.descent / font.unitsPerEm / scale)],
    ['line-gap-override', '0%'],
    ['unicode-range', range]
  ]);
}

/**
 * How much wider than Arial a font sets English text.
 * @param {Font} font
 * @param {string} arial
 */
function widthToArial(font, arial) {
  const arialWidths = arial.split(' ').map(Number);
  let own = 0;
  let others = 0;
  for (const [i, [letter, frequency]] of Object.entries(FREQUENCY).entries()) {
    own += (frequency * font.advance(codePointOf(letter))) / font.unitsPerEm;
    others += (frequency * (arialWidths[i] ?? 0)) / 2048;
  }
  return own / others;
}

/**
 * The family that stands in until Pretendard is there. Headings have faces of their own, since a fallback
 * that claimed all weights would show them unbold and too narrow. Of faces with the same range the later
 * is preferred, and a face whose fonts are all absent counts as not there.
 * @param {Font} regular
 * @param {Font} bold
 */
function fallbackFaces(regular, bold) {
  const hangulBlocks = HANGUL_BLOCKS.map(([first = 0, last = 0]) => writeRange(first, last)).join(', ');
  const weights = /** @type {const} */ ([
    { key: 'regular', last: 'regularLast', weight: '400 599', font: regular },
    { key: 'bold', last: 'boldLast', weight: '600 800', font: bold }
  ]);
  return weights.flatMap(({ key, last, weight, font }) => [
    fallbackFace({
      names: [...LOCAL_LATIN[key], ...LOCAL_LATIN[last]],
      weight,
      scale: widthToArial(font, ARIAL[key]),
      font,
      range: 'U+0-10FF, U+1200-2FFF'
    }),
    ...LOCAL_HANGUL.map((local) =>
      fallbackFace({
        names: local[key],
        weight,
        scale: font.advance(SYLLABLES.first) / font.unitsPerEm / local.hangul,
        font,
        range: hangulBlocks
      })
    )
  ]);
}

/**
 * @param {{ latin: string, hangul: string, regular: Font, bold: Font }} parts
 */
function fontStyles({ latin, hangul, regular, bold }) {
  const pretendard = { family: 'Pretendard', weight: `${WEIGHTS.min} ${WEIGHTS.max}` };
  return [
    '/* Made by scripts/fonts.mjs. */\n',
    webFontFace({ ...pretendard, file: 'pretendard-latin.woff2', range: unicodeRange(latin) }),
    webFontFace({ ...pretendard, file: 'pretendard-hangul.woff2', range: hangulRange(hangul, latin) }),
    ...fallbackFaces(regular, bold),
    ...KATEX_FONTS.map(({ name, family, style }) =>
      webFontFace({ family, file: `${name}.woff2`, style, weight: '400' })
    )
  ].join('\n');
}

/** KaTeX's style sheet without its @font-face rules, whose files are not those made here. */
function katexStyles() {
  const styles = readFileSync(join(KATEX, 'dist/katex.min.css'), 'utf8').replace(/@font-face\{[^}]*\}/g, '');
  if (styles.includes('url(')) throw new Error('fonts: katex.css still refers to a file');
  return styles;
}

// --- All of it ------------------------------------------------------------------------------------------

/**
 * Makes the fonts, unless those of the last run still serve.
 * @returns {Promise<FontReport>}
 */
export async function makeFonts() {
  const wanted = wantedCharacters(sourceFiles().map((file) => readFileSync(file, 'utf8')));
  const hash = hashOf(wanted);
  const kept = readStamp(hash);
  const report = kept ? { ...kept, made: false } : { ...(await makeAll(wanted, hash)), made: true };
  print(report);
  return report;
}

/**
 * @param {{ latin: string, hangul: string }} wanted
 */
function hashOf(wanted) {
  const versions = ['pretendard', 'katex', 'subset-font'].map(
    (name) => JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')).version
  );
  const parts = [wanted.latin, wanted.hangul, readFileSync(SCRIPT, 'utf8'), ...versions];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

const STAMP = 'fonts.json';

/**
 * The report of the last run, if it had the same input and its files are still there.
 * @param {string} hash
 * @returns {{ files: MadeFile[], missing: string[] } | undefined}
 */
function readStamp(hash) {
  const path = join(OUTPUT, STAMP);
  if (!existsSync(path)) return undefined;
  try {
    const { hash: last, files, missing } = JSON.parse(readFileSync(path, 'utf8'));
    const complete = files.every((/** @type {MadeFile} */ file) => existsSync(join(OUTPUT, file.name)));
    return last === hash && complete ? { files, missing } : undefined;
  } catch {
    // Cut short or of another form: the fonts are made anew, which mends it.
    return undefined;
  }
}

/**
 * @param {{ latin: string, hangul: string }} wanted
 * @param {string} hash
 */
async function makeAll(wanted, hash) {
  const source = readFileSync(join(PRETENDARD, 'dist/public/variable/PretendardVariable.ttf'));
  const { codePoints } = readFont(source);
  const lacks = (/** @type {string} */ character) => !codePoints.has(codePointOf(character));
  const missing = [...wanted.latin, ...wanted.hangul].filter(lacks);
  const [latin, hangul] = /** @type {[string, string]} */ (
    [wanted.latin, wanted.hangul].map((text) => [...text].filter((character) => !lacks(character)).join(''))
  );
  const [regular, bold] = [await metricsAt(source, 400), await metricsAt(source, 700)];

  /** @type {Output[]} */
  const outputs = [
    await cutPretendard(source, 'pretendard-latin.woff2', latin),
    await cutPretendard(source, 'pretendard-hangul.woff2', hangul)
  ];
  for (const font of KATEX_FONTS) outputs.push(await cutKatex(font));
  outputs.push({ name: 'fonts.css', data: fontStyles({ latin, hangul, regular, bold }) });
  outputs.push({ name: 'katex.css', data: katexStyles() });

  mkdirSync(OUTPUT, { recursive: true });
  const files = outputs.map(({ name, data, characters = 0 }) => {
    writeWhole(name, data);
    return { name, bytes: Buffer.byteLength(data), characters };
  });
  // Last, so that a run cut short is not taken for a finished one.
  writeWhole(STAMP, JSON.stringify({ hash, files, missing }, null, 2) + '\n');
  return { files, missing };
}

/**
 * Another process may be reading: it finds the old file or the new one, never half of one.
 * @param {string} name
 * @param {Buffer | string} data
 */
function writeWhole(name, data) {
  const path = join(OUTPUT, name);
  writeFileSync(`${path}.${process.pid}`, data);
  renameSync(`${path}.${process.pid}`, path);
}

/** @param {FontReport} report */
function print({ files, missing, made }) {
  const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(bytes < 9950 ? 1 : 0)} kB`;
  const [latin, hangul, ...others] = files;
  const katex = others.filter(({ name }) => name.endsWith('.woff2'));
  const katexBytes = katex.reduce((sum, { bytes }) => sum + bytes, 0);
  const described = [
    ['Latin', latin],
    ['Hangul', hangul]
  ].map(([label, file]) => {
    const { bytes, characters } = /** @type {MadeFile} */ (file);
    return `${label} ${kilobytes(bytes)} (${characters} characters)`;
  });
  described.push(`KaTeX ${kilobytes(katexBytes)} (${katex.length} files)`);
  console.log(`fonts: ${described.join(', ')}${made ? '' : ', unchanged'}`);
  for (const character of missing) {
    const code = codePointOf(character).toString(16).toUpperCase().padStart(4, '0');
    console.warn(`fonts: warning: Pretendard lacks ${character} (U+${code}), used in ${usersOf(character)}`);
  }
}

/**
 * @param {string} character
 */
function usersOf(character) {
  const users = sourceFiles().filter((file) => withEscapes(readFileSync(file, 'utf8')).includes(character));
  return users.map((file) => relative(ROOT, file)).join(', ');
}

if (process.argv[1] === SCRIPT) await makeFonts();
