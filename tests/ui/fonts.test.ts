import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFonts, OUTPUT } from '../../scripts/fonts.mjs';
import { readFontFile } from '../../scripts/fonts/font-file.mjs';

const LATIN = 'pretendard-latin.woff2';
const HANGUL = 'pretendard-hangul.woff2';
/** Hangul that no lesson shows. */
const BESIDES = 'pretendard-besides.woff2';
/** Signs that Pretendard lacks. */
const SIGNS = 'katex-signs.woff2';

/** No glyph is wanted for line ends, joiners and variation selectors. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]|\p{Variation_Selector}/u;
const SYLLABLE = /[가-힣]/u;
/** Formulas are set in KaTeX's fonts, so Pretendard may lack a mathematical sign (a warning tells which). */
const MATHEMATICAL = /\p{Sm}/u;

interface Range {
  first: number;
  last: number;
}

let css = '';
let missing: string[] = [];

beforeAll(async () => {
  ({ missing } = await makeFonts());
  css = readFileSync(join(OUTPUT, 'fonts.css'), 'utf8');
}, 60_000);

function faces(): string[] {
  return css.match(/@font-face \{[^}]*\}/g) ?? [];
}

function rangesOf(file: string): Range[] {
  const face = faces().find((rule) => rule.includes(`./${file}`)) ?? '';
  const ranges = /unicode-range: ([^;]*);/.exec(face)?.[1] ?? '';
  return ranges.split(', ').map((range) => {
    const [first = '', last = first] = range.replace('U+', '').split('-');
    return { first: parseInt(first, 16), last: parseInt(last, 16) };
  });
}

function isIn(ranges: Range[], character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  return ranges.some(({ first, last }) => first <= codePoint && codePoint <= last);
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

/** The characters that a reader may see: those of the messages and of the lessons. */
function shownCharacters(): string[] {
  const files = [...filesIn('messages', '.json'), ...filesIn('lessons', '.md')];
  const text = files.map((file) => readFileSync(file, 'utf8')).join('');
  return [...new Set(text)].filter((character) => !INVISIBLE.test(character));
}

function bytesOf(...names: string[]): number {
  return names.reduce((sum, name) => sum + statSync(join(OUTPUT, name)).size, 0);
}

describe('the characters', () => {
  it('are all claimed by one of the files', () => {
    const ranges = [LATIN, HANGUL, BESIDES, SIGNS].flatMap(rangesOf);
    const unclaimed = shownCharacters().filter((character) => !isIn(ranges, character));
    expect(unclaimed.filter((character) => !MATHEMATICAL.test(character))).toEqual([]);
    expect(missing).toEqual(expect.arrayContaining(unclaimed));
  });

  it('are in the file that claims them', async () => {
    for (const file of [LATIN, HANGUL, BESIDES, SIGNS]) {
      const ranges = rangesOf(file);
      // The range of the Hangul file goes over those that the last one claims after it.
      const others = file === HANGUL ? rangesOf(BESIDES) : [];
      const { codePoints } = await readFontFile(join(OUTPUT, file));
      const claimed = shownCharacters().filter(
        (character) => isIn(ranges, character) && !isIn(others, character)
      );
      expect(claimed.filter((character) => !codePoints.has(character.codePointAt(0) ?? 0))).toEqual([]);
    }
  });

  it('include the particles that are chosen at run time, and the readings of digits', async () => {
    const { codePoints } = await readFontFile(join(OUTPUT, HANGUL));
    const syllables = [...'은는이가을를과와으로다영일삼사오육칠팔구십백천만'];
    expect(syllables.filter((syllable) => !codePoints.has(syllable.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('of an English page, and the name of the Korean one, need no Hangul file', () => {
    const hangul = rangesOf(HANGUL);
    const shown = shownCharacters().filter((character) => !SYLLABLE.test(character));
    const latin = shown.filter((character) => /[\p{Script=Latin}\p{N}\p{P}\p{S}]/u.test(character));
    const cjk = /[\u3000-\u303f\uff00-\uffef]/u;
    expect(latin.filter((character) => !cjk.test(character) && isIn(hangul, character))).toEqual([]);
    expect([...'한국어'].filter((syllable) => !isIn(rangesOf(LATIN), syllable))).toEqual([]);
  });

  it('are not claimed twice', () => {
    const ranges = [...rangesOf(LATIN), ...rangesOf(HANGUL)].sort((a, b) => a.first - b.first);
    const overlapping = ranges.filter((range, i) => i > 0 && range.first <= (ranges[i - 1]?.last ?? -1));
    expect(overlapping).toEqual([]);
  });
});

describe('the files', () => {
  it('are small', () => {
    const katex = readdirSync(OUTPUT).filter((name) => /^KaTeX_.*\.woff2$/.test(name));
    expect(katex.length).toBeGreaterThan(0);
    expect(bytesOf(LATIN)).toBeLessThanOrEqual(45_000);
    expect(bytesOf(HANGUL)).toBeLessThanOrEqual(82_000);
    expect(bytesOf(BESIDES)).toBeLessThanOrEqual(15_000);
    expect(bytesOf(SIGNS)).toBeLessThanOrEqual(3_000);
    expect(bytesOf(...katex)).toBeLessThanOrEqual(30_000);
  });

  it('are those that the style sheets name, and come from nowhere else', () => {
    const named = [...css.matchAll(/url\('\.\/([^'?]*)/g)].map(([, name = '']) => name);
    expect(named).toContain(LATIN);
    expect(named.filter((name) => !existsSync(join(OUTPUT, name)))).toEqual([]);
    expect(css).not.toMatch(/https?:|url\((?!'\.\/)/);
    expect(readFileSync(join(OUTPUT, 'katex.css'), 'utf8')).not.toMatch(/https?:|url\(|@font-face/);
  });

  it('are not made again while nothing changes', async () => {
    const before = statSync(join(OUTPUT, LATIN)).mtimeMs;
    expect((await makeFonts()).made).toBe(false);
    expect(statSync(join(OUTPUT, LATIN)).mtimeMs).toBe(before);
  });
});

describe('the fallback', () => {
  it("has Pretendard's line height in every weight and script", async () => {
    const { ascent, descent, unitsPerEm } = await readFontFile(join(OUTPUT, LATIN));
    const fallbacks = faces().filter((rule) => rule.includes('Pretendard Fallback'));
    expect(fallbacks.length).toBeGreaterThan(1);
    for (const rule of fallbacks) {
      const percent = (name: string) =>
        parseFloat(new RegExp(`${name}: ([\\d.]+)%`).exec(rule)?.[1] ?? '') / 100;
      expect(percent('ascent-override') * percent('size-adjust')).toBeCloseTo(ascent / unitsPerEm, 3);
      expect(percent('descent-override') * percent('size-adjust')).toBeCloseTo(descent / unitsPerEm, 3);
      expect(percent('line-gap-override')).toBe(0);
    }
  });
});
