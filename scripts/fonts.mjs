/**
 * Makes the site's fonts: cuts Pretendard and KaTeX's fonts down to the characters that the site uses, and
 * writes the style sheets that name them. Everything goes to src/lib/ui/fonts/, which is not kept in git.
 *
 *   pretendard-latin.woff2    Latin letters, digits, signs; enough for a page in English
 *   pretendard-hangul.woff2   Hangul and CJK punctuation that most Korean pages show
 *   pretendard-dialogs.woff2  what else dialogs and words about a mistake show
 *   pretendard-PAGE.woff2     what else a page shows, one file for each lesson, one for practice and so on
 *   pretendard-rest-N.woff2   Hangul of all other pages, a few at a time, for a page that quotes another
 *   katex-signs.woff2         signs that Pretendard lacks, from KaTeX's font: as wide on every machine
 *   KaTeX_*.woff2             what the site's formulas need
 *   fonts.css                 the @font-face rules of all pages, and a fallback with the same metrics
 *   pages.json                which characters the file of each page has, as a unicode-range
 *   katex.css                 KaTeX's own rules, for the pages that have formulas
 *   fonts.json                what was made from what, so that a second run has nothing to do
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { filesUnder } from './files.mjs';
import { ASCII, codePointOf, wantedCharacters } from './fonts/characters.mjs';
import { fallbackFaces } from './fonts/fallback.mjs';
import { unicodeRange, webFontFace } from './fonts/font-face.mjs';
import { loadSubsetter, readFont } from './fonts/font-file.mjs';
import { cutKatex, formulaLetters, katexFont, KATEX_FONTS, katexStyles, SIGNS } from './fonts/katex.mjs';
import { usersOf } from './fonts/sources.mjs';
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

const WEIGHTS = { min: 400, max: 800, default: 400 };
/**
 * Equal-width digits above all, and what text needs. Without contextual alternates: they raise the signs beside a capital
 * letter and turn an x between digits into another sign, which a page full of sums has no use for.
 */
const FEATURES = ['tnum', 'kern', 'ccmp', 'locl', 'mark', 'mkmk'];
/** Tables that no browser needs: those of Latin alone, and names for the weights. */
const UNUSED = { latin: ['STAT'], hangul: ['STAT', 'GDEF', 'GPOS', 'GSUB'] };
/** The licence stays inside the font files. */
const LICENCE_NAME = [13];

/** @typedef {{ name: string, data: Buffer | string, characters?: number }} Output */

const LATIN = 'latin';
const HANGUL = 'hangul';
const DIALOGS = 'dialogs';
/** @param {string} name */
const pretendardFile = (name) => `pretendard-${name}.woff2`;

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
    dropTables: name === LATIN ? UNUSED.latin : UNUSED.hangul,
    preserveNameIds: LICENCE_NAME,
    noHinting: true
  });
  return { name: pretendardFile(name), data, characters: [...text].length };
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

/**
 * The characters of each file of Pretendard that all pages can ask for, in the order of their rules: of two that claim a
 * character the later one has it.
 * @param {Wanted} wanted
 * @returns {{ name: string, text: string, range: string }[]}
 */
function commonParts({ latin, hangul, dialogs, rest, pages }) {
  const ofPages = Object.values(pages).join('');
  return [
    ...rest.map((text, i) => ({ name: `rest-${i + 1}`, text, range: unicodeRange(text, '') })),
    { name: LATIN, text: latin, range: unicodeRange(latin) },
    {
      name: DIALOGS,
      text: dialogs,
      range: unicodeRange(dialogs, latin + hangul + rest.join('') + ofPages)
    },
    { name: HANGUL, text: hangul, range: unicodeRange(hangul, latin + dialogs + rest.join('') + ofPages) }
  ];
}

/**
 * @param {{ parts: { name: string, range: string }[], signs: string, regular: Font, bold: Font }} made
 */
function fontStyles({ parts, signs, regular, bold }) {
  const pretendard = { family: 'Pretendard', weight: `${WEIGHTS.min} ${WEIGHTS.max}` };
  return [
    '/* Made by scripts/fonts.mjs. */\n',
    ...parts.map(({ name, range }) => webFontFace({ ...pretendard, file: pretendardFile(name), range })),
    webFontFace({ ...pretendard, file: 'katex-signs.woff2', range: unicodeRange(signs) }),
    ...fallbackFaces(regular, bold),
    ...KATEX_FONTS.map(({ name, family, style }) =>
      webFontFace({ family, file: `${name}.woff2`, style, weight: '400' })
    )
  ].join('\n');
}

/** @param {Wanted} wanted */
function pageRanges({ latin, hangul, dialogs, rest, pages }) {
  const all = latin + hangul + dialogs + rest.join('');
  const ranges = Object.entries(pages).map(([name, text]) => {
    const others = [...all].filter((character) => !text.includes(character)).join('');
    return [name, unicodeRange(text, others)];
  });
  return JSON.stringify(Object.fromEntries(ranges), null, 2) + '\n';
}

/**
 * Makes the fonts, unless those of the last run still serve.
 * @returns {Promise<FontReport>}
 */
export async function makeFonts() {
  const wanted = { ...wantedCharacters(), letters: formulaLetters() };
  const hash = hashOf(wanted);
  const kept = readStamp(hash);
  const report = kept ? { ...kept, made: false } : { ...(await makeAll(wanted, hash)), made: true };
  print(report);
  return report;
}

/** @typedef {ReturnType<typeof wantedCharacters> & { letters: ReturnType<typeof formulaLetters> }} Wanted */

/**
 * @param {Wanted} wanted
 */
function hashOf(wanted) {
  const versions = ['pretendard', 'katex', 'subset-font'].map(
    (name) => JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')).version
  );
  const parts = [wanted, ...SCRIPTS.map((script) => readFileSync(join(root, script), 'utf8')), ...versions];
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
  const lacking = [...wanted.latin, ...wanted.hangul, ...wanted.dialogs, ...wanted.rest.join('')].filter(
    lacks
  );
  const inKatex = readFont(katexFont(SIGNS)).codePoints;
  const isSign = (/** @type {string} */ character) => inKatex.has(codePointOf(character));
  const [signs, missing] = [lacking.filter(isSign).join(''), lacking.filter((one) => !isSign(one))];
  const kept = (/** @type {string} */ text) => [...text].filter((character) => !lacks(character)).join('');
  const parts = commonParts(wanted);
  const [regular, bold] = [await metricsAt(source, 400), await metricsAt(source, 700)];

  /** @type {Output[]} */
  const outputs = [];
  const pages = Object.entries(wanted.pages).map(([name, text]) => ({ name, text }));
  for (const { name, text } of [...parts, ...pages])
    outputs.push(await cutPretendard(source, name, kept(text)));
  outputs.push({ ...(await cutKatex(SIGNS, signs)), name: 'katex-signs.woff2' });
  for (const { name, text, letters } of KATEX_FONTS) {
    outputs.push(await cutKatex(name, letters ? text + wanted.letters[letters] : text));
  }
  outputs.push({ name: 'fonts.css', data: fontStyles({ parts, signs, regular, bold }) });
  outputs.push({ name: 'pages.json', data: pageRanges(wanted) });
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
  const katex = files.filter(({ name }) => /^KaTeX_.*\.woff2$/.test(name));
  const katexBytes = katex.reduce((sum, { bytes }) => sum + bytes, 0);
  const described = [LATIN, HANGUL].flatMap((name) =>
    files
      .filter((file) => file.name === pretendardFile(name))
      .map(({ bytes, characters }) => `${name} ${kilobytes(bytes)} (${characters} characters)`)
  );
  const pages = files.filter(({ name }) => /^pretendard-(?!latin|hangul|dialogs|rest)/.test(name));
  const heaviest = Math.max(...pages.map(({ bytes }) => bytes));
  described.push(`of a page at most ${kilobytes(heaviest)} besides (${pages.length} files)`);
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
