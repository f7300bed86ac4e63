// KaTeX's fonts, cut down to what the formulas of the site need, and its style sheet.
import katex from 'katex';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { codePointOf } from './characters.mjs';
import { loadSubsetter, readFont } from './font-file.mjs';
import { readSource, sourceFiles } from './sources.mjs';

const KATEX = dirname(createRequire(import.meta.url).resolve('katex/package.json'));

const DELIMITERS = '()[]{}|/⌊⌋⌈⌉⟨⟩';
// U+E020 is the stroke that KaTeX lays over another sign to negate it, as in ≠.
const MATHS = '0123456789' + DELIMITERS + "+−-=<>×·⋅∗⋆*∑≠≈≤≥′→∈…⋯,.:;!?'∣ \u00a0\ue020";
const LARGE = DELIMITERS + '∑∣';
/** Pieces from which Size4 builds brackets of any height. */
const BRACKET_PIECES = '⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎨⎩⎪⎫⎬⎭';

/**
 * The fonts that are made. `text` is what each has whatever the formulas say; `letters` which of their letters it has.
 * @type {{ name: string, family: string, style: string, text: string, letters?: keyof Letters }[]}
 */
export const KATEX_FONTS = [
  { name: 'KaTeX_Main-Regular', family: 'KaTeX_Main', style: 'normal', text: MATHS, letters: 'upright' },
  { name: 'KaTeX_Math-Italic', family: 'KaTeX_Math', style: 'italic', text: '', letters: 'italic' },
  { name: 'KaTeX_Size1-Regular', family: 'KaTeX_Size1', style: 'normal', text: LARGE },
  { name: 'KaTeX_Size2-Regular', family: 'KaTeX_Size2', style: 'normal', text: LARGE },
  { name: 'KaTeX_Size3-Regular', family: 'KaTeX_Size3', style: 'normal', text: LARGE },
  { name: 'KaTeX_Size4-Regular', family: 'KaTeX_Size4', style: 'normal', text: LARGE + BRACKET_PIECES }
];

/** Of KaTeX's fonts the one whose signs may stand in a text. */
export const SIGNS = 'KaTeX_Main-Regular';

/** Where formulas are written, between dollar signs. */
const WITH_FORMULAS = /^lessons\/.*\.(?:md|ya?ml)$/;
/** Where the rule of the output's length is written, which is set in type from there. */
const RULE = { file: 'src/lib/describe/formula.ts', pattern: /OUTPUT_LENGTH_EXPRESSION = '([^']*)'/ };

/** @typedef {{ italic: string, upright: string }} Letters of names, and of words */

/**
 * The letters that the formulas of the site show, sorted.
 * @returns {Letters}
 */
export function formulaLetters() {
  const texts = sourceFiles()
    .filter((file) => WITH_FORMULAS.test(file))
    .map(readSource);
  const formulas = texts.flatMap((text) => [...text.matchAll(/\$+([^$\n]+)\$+/g)].map(([, tex = '']) => tex));
  const html = formulas.map((tex) => katex.renderToString(tex, { output: 'html' })).join('');
  const names = /<span class="[^"]*\bmathnormal\b[^>]*>([^<]*)</g;
  const [, rule = ''] = RULE.pattern.exec(readSource(RULE.file)) ?? [];
  return {
    italic: letters(
      [...html.matchAll(names)].map(([, name]) => name).join('') + rule.match(/\b\w\b/g)?.join('')
    ),
    upright: letters(html.replace(names, '').replace(/<[^>]*>|&[^;]+;/g, ''))
  };
}

/** @param {string} text */
const letters = (text) => [...new Set(text.match(/\p{L}/gu))].sort().join('');

/** @param {string} name */
export const katexFont = (name) => readFileSync(join(KATEX, `dist/fonts/${name}.ttf`));

/**
 * @param {string} name
 * @param {string} text
 * @returns {Promise<import('../fonts.mjs').Output>}
 */
export async function cutKatex(name, text) {
  const subsetFont = loadSubsetter();
  const source = katexFont(name);
  const { codePoints } = readFont(source);
  const kept = [...new Set(text)].filter((character) => codePoints.has(codePointOf(character)));
  const data = await subsetFont(source, kept.join(''), { targetFormat: 'woff2', noHinting: true });
  return { name: `${name}.woff2`, data, characters: kept.length };
}

/** Sizes that a writer asks for, such as \large: formulas keep to those of text, of what is raised, and of what is raised there. */
const ASKED_SIZE = /\.fontsize-ensurer|\.sizing\.reset-size(?![136]\.size[136]$)/;

/**
 * KaTeX's style sheet without its @font-face rules, whose files are not those made here, and without what no formula of
 * the site has: families that are not made, and sizes that a writer asks for.
 */
export function katexStyles() {
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
