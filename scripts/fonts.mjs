/**
 * Makes the site's fonts: cuts Pretendard and KaTeX's fonts down to the characters that the site uses, and
 * writes the style sheets that name them. Everything goes to src/lib/ui/fonts/, which is not kept in git.
 *
 *   pretendard-latin.woff2    Latin letters, digits, signs; enough for a page in English
 *   pretendard-hangul.woff2   Hangul and CJK punctuation; fetched only by a page that shows some
 *   pretendard-besides.woff2  Hangul that no lesson shows, but practice, the glossary or a teacher's page
 *   katex-signs.woff2         signs that Pretendard lacks, from KaTeX's font: as wide on every machine
 *   KaTeX_*.woff2             what simple formulas need
 *   fonts.css                 the @font-face rules, and a fallback with the same metrics
 *   katex.css                 KaTeX's own rules, for the pages that have formulas
 *   fonts.json                what was made from what, so that a second run has nothing to do
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { filesUnder } from './files.mjs';
import { ASCII, codePointOf, usersOf, wantedCharacters } from './fonts/characters.mjs';
import { fallbackFaces } from './fonts/fallback.mjs';
import { hangulRange, unicodeRange, webFontFace } from './fonts/font-face.mjs';
import { loadSubsetter, readFont } from './fonts/font-file.mjs';
import { isStarted, root } from './processes.mjs';

/**
 * @typedef {import('./fonts/font-file.mjs').Font} Font
 * @typedef {{ name: string, bytes: number, characters: number }} MadeFile
 * @typedef {{ files: MadeFile[], missing: string[], made: boolean }} FontReport
 *   `missing`: characters that the sources use and Pretendard lacks; `made`: false if all was up to date.
 */

/** What the fonts are made by: when one of these changes, they are made anew. */
const SCRIPTS = ['scripts/fonts.mjs', ...filesUnder(root, 'scripts/fonts')];
export const OUTPUT = join(root, 'src/lib/ui/fonts');
const require = createRequire(import.meta.url);
const PRETENDARD = dirname(require.resolve('pretendard/package.json'));
const KATEX = dirname(require.resolve('katex/package.json'));

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
  const source = katexFont(name);
  const { codePoints } = readFont(source);
  const kept = [...new Set(text)].filter((character) => codePoints.has(codePointOf(character)));
  const data = await subsetFont(source, kept.join(''), { targetFormat: 'woff2', noHinting: true });
  return { name: `${name}.woff2`, data, characters: kept.length };
}

/** @param {string} name */
const katexFont = (name) => readFileSync(join(KATEX, `dist/fonts/${name}.ttf`));

/** Of KaTeX's fonts the one whose signs may stand in a text. */
const SIGNS = 'KaTeX_Main-Regular';

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

/**
 * @param {{ latin: string, hangul: string, besides: string, signs: string, regular: Font, bold: Font }} parts
 */
function fontStyles({ latin, hangul, besides, signs, regular, bold }) {
  const pretendard = { family: 'Pretendard', weight: `${WEIGHTS.min} ${WEIGHTS.max}` };
  return [
    '/* Made by scripts/fonts.mjs. */\n',
    webFontFace({ ...pretendard, file: 'pretendard-latin.woff2', range: unicodeRange(latin) }),
    webFontFace({ ...pretendard, file: 'pretendard-hangul.woff2', range: hangulRange(hangul, latin) }),
    // The last one that claims a character has it: the range before goes over these too.
    webFontFace({ ...pretendard, file: 'pretendard-besides.woff2', range: unicodeRange(besides) }),
    webFontFace({ ...pretendard, file: 'katex-signs.woff2', range: unicodeRange(signs) }),
    ...fallbackFaces(regular, bold),
    ...KATEX_FONTS.map(({ name, family, style }) =>
      webFontFace({ family, file: `${name}.woff2`, style, weight: '400' })
    )
  ].join('\n');
}

/** Sizes that a writer asks for, such as \large: formulas keep to those of text, of what is raised, and of what is raised there. */
const ASKED_SIZE = /\.fontsize-ensurer|\.sizing\.reset-size(?![136]\.size[136]$)/;

/**
 * KaTeX's style sheet without its @font-face rules, whose files are not those made here, and without what no formula of
 * the site has: families that are not made, and sizes that a writer asks for.
 */
function katexStyles() {
  const made = new Set(KATEX_FONTS.map(({ family }) => family));
  const styles = readFileSync(join(KATEX, 'dist/katex.min.css'), 'utf8')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/([^{}]+)\{([^{}]*)\}/g, (_, selectors, body) => {
      const [family] = /KaTeX_\w+/.exec(body) ?? [];
      if (family && !made.has(family)) return '';
      const kept = selectors.split(',').filter((/** @type {string} */ one) => !ASKED_SIZE.test(one));
      return kept.length > 0 ? `${kept.join(',')}{${body}}` : '';
    });
  if (styles.includes('url(')) throw new Error('fonts: katex.css still refers to a file');
  return styles;
}

/**
 * Makes the fonts, unless those of the last run still serve.
 * @returns {Promise<FontReport>}
 */
export async function makeFonts() {
  const wanted = wantedCharacters();
  const hash = hashOf(wanted);
  const kept = readStamp(hash);
  const report = kept ? { ...kept, made: false } : { ...(await makeAll(wanted, hash)), made: true };
  print(report);
  return report;
}

/** @typedef {ReturnType<typeof wantedCharacters>} Wanted */

/**
 * @param {Wanted} wanted
 */
function hashOf(wanted) {
  const versions = ['pretendard', 'katex', 'subset-font'].map(
    (name) => JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')).version
  );
  const parts = [
    wanted.latin,
    wanted.hangul,
    wanted.besides,
    ...SCRIPTS.map((script) => readFileSync(join(root, script), 'utf8')),
    ...versions
  ];
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
 * @param {Wanted} wanted
 * @param {string} hash
 */
async function makeAll(wanted, hash) {
  const source = readFileSync(join(PRETENDARD, 'dist/public/variable/PretendardVariable.ttf'));
  const { codePoints } = readFont(source);
  const lacks = (/** @type {string} */ character) => !codePoints.has(codePointOf(character));
  const lacking = [...wanted.latin, ...wanted.hangul, ...wanted.besides].filter(lacks);
  const inKatex = readFont(katexFont(SIGNS)).codePoints;
  const isSign = (/** @type {string} */ character) => inKatex.has(codePointOf(character));
  const [signs, missing] = [lacking.filter(isSign).join(''), lacking.filter((one) => !isSign(one))];
  const kept = (/** @type {string} */ text) => [...text].filter((character) => !lacks(character)).join('');
  const [latin, hangul, besides] = [kept(wanted.latin), kept(wanted.hangul), kept(wanted.besides)];
  const [regular, bold] = [await metricsAt(source, 400), await metricsAt(source, 700)];

  /** @type {Output[]} */
  const outputs = [
    await cutPretendard(source, 'pretendard-latin.woff2', latin),
    await cutPretendard(source, 'pretendard-hangul.woff2', hangul),
    await cutPretendard(source, 'pretendard-besides.woff2', besides),
    { ...(await cutKatex({ name: SIGNS, text: signs })), name: 'katex-signs.woff2' }
  ];
  for (const font of KATEX_FONTS) outputs.push(await cutKatex(font));
  outputs.push({ name: 'fonts.css', data: fontStyles({ latin, hangul, besides, signs, regular, bold }) });
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
  const [latin, hangul] = files;
  const katex = files.filter(({ name }) => /^KaTeX_.*\.woff2$/.test(name));
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
    console.warn(
      `fonts: warning: no font of the site has ${character} (U+${code}), used in ${usersOf(character).join(', ')}`
    );
  }
}

if (isStarted(import.meta.url)) await makeFonts();
