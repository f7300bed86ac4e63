import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFonts, OUTPUT } from '../../scripts/fonts.mjs';
import { readFontFile } from '../../scripts/fonts/font-file.mjs';

const LATIN = 'pretendard-latin.woff2';
/** Hangul that most lessons show. */
const HANGUL = 'pretendard-hangul.woff2';
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
/** Of each page that has a file of its own, by its name: the characters that are looked for there. */
let pages: ReadonlyMap<string, Range[]> = new Map();
/** The same of the files that the rules of all pages name, in their order. */
let common: readonly (readonly [file: string, ranges: Range[]])[] = [];

beforeAll(async () => {
  ({ missing } = await makeFonts());
  css = readFileSync(join(OUTPUT, 'fonts.css'), 'utf8');
  const ranges: Record<string, string> = JSON.parse(readFileSync(join(OUTPUT, 'pages.json'), 'utf8'));
  pages = new Map(Object.entries(ranges).map(([page, range]) => [page, readRanges(range)]));
  common = commonFiles().map((file) => [file, rangesOf(file)]);
}, 60_000);

const fileOf = (page: string) => `pretendard-${page}.woff2`;

function faces(): string[] {
  return css.match(/@font-face \{[^}]*\}/g) ?? [];
}

/** The files of Pretendard and of signs that the rules of all pages name, in their order. */
function commonFiles(): string[] {
  return [...css.matchAll(/url\('\.\/((?:pretendard|katex-signs)[^'?]*)/g)].map(([, name = '']) => name);
}

function rangesOf(file: string): Range[] {
  const face = faces().find((rule) => rule.includes(`./${file}`)) ?? '';
  return readRanges(/unicode-range: ([^;]*);/.exec(face)?.[1] ?? '');
}

function readRanges(ranges: string): Range[] {
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
  const files = [
    ...filesIn('messages', '.json'),
    ...filesIn('src/lib', 'ko.json'),
    ...filesIn('lessons', '.md'),
    ...filesIn('lessons', '.yaml').filter((file) => !file.includes('coverage'))
  ];
  return charactersOf(...files);
}

function charactersOf(...files: string[]): string[] {
  const text = files.map((file) => readFileSync(file, 'utf8')).join('');
  return [...new Set(text)].filter((character) => !INVISIBLE.test(character));
}

/** The file in which a browser looks for a character: the last one whose rule claims it. */
function claimantOf(character: string, page?: string): string | undefined {
  if (page && isIn(pages.get(page) ?? [], character)) return fileOf(page);
  return common.findLast(([, ranges]) => isIn(ranges, character))?.[0];
}

function bytesOf(...names: string[]): number {
  return names.reduce((sum, name) => sum + statSync(join(OUTPUT, name)).size, 0);
}

describe('the characters', () => {
  it('are all claimed by one of the files', () => {
    const unclaimed = shownCharacters().filter((character) => !claimantOf(character));
    expect(unclaimed.filter((character) => !MATHEMATICAL.test(character))).toEqual([]);
    expect(missing).toEqual(expect.arrayContaining(unclaimed));
  });

  it('are in the file that claims them, on every page', async () => {
    const inFiles = new Map<string, Set<number>>();
    for (const file of [...commonFiles(), ...[...pages.keys()].map(fileOf)]) {
      inFiles.set(file, (await readFontFile(join(OUTPUT, file))).codePoints);
    }
    for (const page of [undefined, ...pages.keys()]) {
      const absent = shownCharacters().filter((character) => {
        const file = claimantOf(character, page);
        return file && !inFiles.get(file)?.has(character.codePointAt(0) ?? 0);
      });
      expect(absent, page).toEqual([]);
    }
  });

  it("of a lesson's text are in two files, that of all lessons and its own, whatever the others say", () => {
    const lessons = readdirSync('lessons').filter((name) => /^\d+-/.test(name));
    expect(lessons.length).toBeGreaterThan(0);
    for (const lesson of lessons) {
      const page = `lesson-${lesson.replace(/^\d+-/, '')}`;
      const claimants = charactersOf(join('lessons', lesson, 'ko.md'))
        .filter((character) => SYLLABLE.test(character))
        .map((character) => claimantOf(character, page));
      const own = [HANGUL, LATIN, fileOf(page)];
      expect(
        claimants.filter((file) => !own.includes(file ?? '')),
        lesson
      ).toEqual([]);
    }
  });

  it('include the particles that are chosen at run time, and the readings of digits', async () => {
    const { codePoints } = await readFontFile(join(OUTPUT, HANGUL));
    const syllables = [...'은는이가을를과와으로다영일삼사오육칠팔구십백천만'];
    expect(syllables.filter((syllable) => !codePoints.has(syllable.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('of an English page, and the name of the Korean one, need no Hangul file', () => {
    const shown = shownCharacters().filter((character) => !SYLLABLE.test(character));
    const latin = shown.filter((character) => /[\p{Script=Latin}\p{N}\p{P}\p{S}]/u.test(character));
    const cjk = /[\u3000-\u303f\uff00-\uffef]/u;
    const western = [...latin.filter((character) => !cjk.test(character)), ...'한국어'];
    const files = new Set(western.flatMap((character) => claimantOf(character) ?? []));
    expect([...files].sort()).toEqual([SIGNS, LATIN].sort());
  });
});

describe('the files', () => {
  it('are small', () => {
    const katex = readdirSync(OUTPUT).filter((name) => /^KaTeX_.*\.woff2$/.test(name));
    expect(katex.length).toBeGreaterThan(0);
    expect(bytesOf(LATIN)).toBeLessThanOrEqual(18_000);
    expect(bytesOf(SIGNS)).toBeLessThanOrEqual(3_000);
    expect(bytesOf(...katex)).toBeLessThanOrEqual(20_000);
    // What a page of a lesson may fetch in all, headers and formulas apart.
    for (const page of [...pages.keys()].filter((name) => name.startsWith('lesson-'))) {
      expect(bytesOf(LATIN, HANGUL, fileOf(page)), page).toBeLessThanOrEqual(78_000);
    }
    // A page that quotes others fetches some of these.
    for (const file of commonFiles().filter((name) => name.includes('rest'))) {
      expect(bytesOf(file), file).toBeLessThanOrEqual(11_000);
    }
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
