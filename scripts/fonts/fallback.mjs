// The family that stands in until Pretendard is there: fonts of the reader's machine, stretched to its widths.
import { codePointOf, HANGUL_BLOCKS, SYLLABLES } from './characters.mjs';
import { fontFace, writeRange } from './font-face.mjs';

/** @typedef {import('./font-file.mjs').Font} Font */

/** How often each letter comes in some 830 letters of English: OS/2 version 0, xAvgCharWidth. */
const FREQUENCY = {
  ...{ a: 64, b: 14, c: 27, d: 35, e: 100, f: 20, g: 14, h: 42, i: 63, j: 3, k: 6, l: 35, m: 20, n: 56 },
  ...{ o: 56, p: 17, q: 4, r: 49, s: 56, t: 71, u: 31, v: 10, w: 18, x: 3, y: 18, z: 2 }
};
/** Advance widths of a to z in Arial, in 2048ths of an em; Liberation Sans has the same. */
const ARIAL = {
  regular:
    '1139 1139 1024 1139 1139 569 1139 1139 455 455 1024 455 1706 1139 1139 1139 1139 682 1024 569 1139 1024 1479 1024 1024 1024',
  bold: '1139 1251 1139 1251 1139 682 1251 1251 569 569 1139 569 1821 1251 1251 1251 1251 797 1139 682 1251 1139 1593 1139 1139 1024'
};

/**
 * Advance widths of a tabular digit, of the signs between numbers and of a space, in 2048ths of an em: in Arial, and in
 * Pretendard at 400 and at 600, the weight of the numbers of an equation. At the scale of the letters numbers would be
 * 7 to 15 percent too narrow, spaces a tenth too wide.
 */
const NO_LETTERS = [
  { range: 'U+30-39', arial: 1139, regular: 1258, bold: 1313 },
  { range: 'U+2B, U+3D, U+D7, U+2212', arial: 1196, regular: 1284, bold: 1320 },
  { range: 'U+20', arial: 569, regular: 514, bold: 487 }
];

/** Fonts that may be on the reader's machine, by the names under which `local()` finds them. */
const LOCAL_LATIN = {
  regular: ['Arial', 'Helvetica Neue', 'Liberation Sans'],
  bold: ['Arial Bold', 'Helvetica Neue Bold', 'Liberation Sans Bold'],
  regularLast: ['Noto Sans CJK KR', 'Apple SD Gothic Neo', 'Malgun Gothic'],
  boldLast: ['Noto Sans CJK KR Bold', 'Apple SD Gothic Neo Bold', 'Malgun Gothic Bold']
};
/** Those with Hangul; `hangul` is the advance of a syllable in ems. Of several the last is preferred. */
export const LOCAL_HANGUL = [
  { hangul: 0.94, regular: ['NanumGothic'], bold: ['NanumGothicBold'] },
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
export function fallbackFaces(regular, bold) {
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
    ...NO_LETTERS.map(({ range, arial, ...own }) =>
      fallbackFace({ names: LOCAL_LATIN[key], weight, scale: own[key] / arial, font, range })
    ),
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
