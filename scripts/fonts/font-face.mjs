// Writes @font-face rules.
import { codePointOf, SYLLABLES } from './characters.mjs';

/**
 * A unicode-range of these characters. Hundreds of separate syllables would make every page longer: a range runs over
 * syllables between them that are not among the others, since nobody asks for these.
 * @param {string} text
 * @param {string} [others] characters that the range must not claim; without them it claims exactly the text
 */
export function unicodeRange(text, others) {
  const taken = others === undefined ? undefined : [...others].map(codePointOf);
  const isFree = (/** @type {number} */ before, /** @type {number} */ after) =>
    taken !== undefined &&
    before >= SYLLABLES.first &&
    after <= SYLLABLES.last &&
    !taken.some((codePoint) => codePoint > before && codePoint < after);
  /** @type {{ first: number, last: number }[]} */
  const ranges = [];
  for (const codePoint of [...text].map(codePointOf).sort((a, b) => a - b)) {
    const current = ranges.at(-1);
    if (current && (codePoint === current.last + 1 || isFree(current.last, codePoint))) {
      current.last = codePoint;
    } else ranges.push({ first: codePoint, last: codePoint });
  }
  return ranges.map(({ first, last }) => writeRange(first, last)).join(', ');
}

/**
 * @param {number} first
 * @param {number} last
 */
export function writeRange(first, last) {
  const [from, to] = [first, last].map((codePoint) => codePoint.toString(16).toUpperCase());
  return first === last ? `U+${from}` : `U+${from}-${to}`;
}

/** @param {[string, string | undefined][]} descriptors */
export function fontFace(descriptors) {
  const lines = descriptors.filter(([, value]) => value).map(([name, value]) => `  ${name}: ${value};\n`);
  return `@font-face {\n${lines.join('')}}\n`;
}

/**
 * @param {{ family: string, file: string, style?: string, weight: string, range?: string }} face
 */
export function webFontFace({ family, file, style = 'normal', weight, range }) {
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
