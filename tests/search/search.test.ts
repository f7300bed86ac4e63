import { glossaryTerms } from '$lib/course/glossary.server';
import { searchEntries } from '$lib/course/search.server';
import { readIndex } from '$lib/search';
import { buildIndex } from '$lib/search/build.server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const LANGUAGES = ['ko', 'en'] as const;
const find = {
  ko: readIndex(buildIndex(searchEntries('ko'))),
  en: readIndex(buildIndex(searchEntries('en')))
};

const titles = (language: 'ko' | 'en', query: string) => find[language](query).map(({ title }) => title);

describe('the search finds', () => {
  it.each([
    ['합성곱', '합성곱', 'a name'],
    ['합성급', '합성곱', 'a name with a wrong vowel'],
    ['스트라이', '스트라이드', 'the beginning of a name'],
    ['스트라읻', '스트라이드', 'a name while its last syllable is composed'],
    ['필터를', '필터', 'a name with a particle'],
    ['필터에서', '필터', 'a name with a longer particle'],
    ['창을', '창', 'a name of one syllable with a particle'],
    ['ReLU를', '렐루', 'an English name with a Korean particle'],
    ['특성맵', '특성 맵', 'a name without its space'],
    ['드롭 아웃', '드롭아웃', 'a name with a space too many'],
    ['보폭', '스트라이드', 'another name'],
    ['전결합층', '완전연결층', 'another name'],
    ['피쳐맵', '특성 맵', 'a common misspelling'],
    ['바이어스', '편향', 'another name'],
    ['padding', '패딩', 'the name in the other language'],
    ['paddign', '패딩', 'the name in the other language, mistyped'],
    ['Cross-Correlation', '상호 상관', 'capitals and a hyphen'],
    ['ㅅㅌㄹㅇㄷ', '스트라이드', 'first consonants'],
    ['ㅌㅅㅁ', '특성 맵', 'first consonants across a space'],
    ['ㅌㅅ ㅁ', '특성 맵', 'first consonants with a space'],
    ['180°', '반 바퀴 회전', 'a number']
  ])('%s → %s on Korean pages: %s', (query, title) => {
    expect(titles('ko', query)[0]).toBe(title);
  });

  it.each([
    ['stride', 'stride', 'a name'],
    ['convlution', 'convolution', 'a name with a letter missing'],
    ['filters', 'kernel', 'another name in the plural'],
    ['feature', 'feature map', 'the first word of a name'],
    ['featuremap', 'feature map', 'a name without its space'],
    ['패딩', 'padding', 'the name in the other language'],
    ['커널을', 'kernel', 'another name in the other language, with a particle'],
    ['ㅅㅌㄹㅇㄷ', 'Stride', 'first consonants of the Korean title of a lesson'],
    ['subsampling', 'downsampling', 'another name']
  ])('%s → %s on English pages: %s', (query, title) => {
    expect(titles('en', query)[0]).toBe(title);
  });

  it('scenes by what is said in them, with a path that opens them', () => {
    expect(find.ko('스프레드시트')).toContainEqual(
      expect.objectContaining({
        kind: 'scene',
        title: '내 숫자로',
        path: 'lessons/convolution/?scene=your-own&step=0'
      })
    );
    expect(find.en('spreadsheet')[0]).toMatchObject({
      kind: 'scene',
      path: 'lessons/convolution/?scene=your-own&step=0'
    });
  });

  it('lessons by their titles', () => {
    expect(find.ko('합성곱 연산').map(({ path }) => path)).toContain('lessons/convolution/');
    expect(find.en('convolution').map(({ path }) => path)).toContain('lessons/convolution/');
  });

  it('nothing for a word that is nowhere', () => {
    for (const language of LANGUAGES) expect(find[language]('quetzalcoatl')).toEqual([]);
  });

  it('nothing for nothing', () => {
    for (const language of LANGUAGES) {
      for (const query of ['', '   ', '?!', '…']) expect(find[language](query)).toEqual([]);
    }
  });
});

describe.each(LANGUAGES)('in the index of %s', (language) => {
  it.each(glossaryTerms(language).map(({ name, id }) => [name, id]))(
    '%s is its own first hit',
    (name, id) => {
      expect(find[language](name)[0]?.path).toBe(`glossary/#${id}`);
    }
  );

  it('the other language’s name leads to the term as well', () => {
    for (const { id, otherName } of glossaryTerms(language)) {
      const paths = find[language](otherName).map(({ path }) => path);
      expect(paths.slice(0, 3), otherName).toContain(`glossary/#${id}`);
    }
  });

  it('no query throws, and no two hits are the same', () => {
    const hangul = fc.string({
      unit: fc.constantFrom(...'ㄱㄲㄳㅏㅘ가각힣합성곱 은를', '\u1112', '\u1161', '/', '<', '\ud83d')
    });
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), hangul);
    fc.assert(
      fc.property(anything, (query) => {
        const paths = find[language](query).map(({ path }) => path);
        expect(new Set(paths).size).toBe(paths.length);
      }),
      { numRuns: 300 }
    );
  });

  it('a very long query is answered', () => {
    expect(() => find[language]('합성곱 convolution '.repeat(5000))).not.toThrow();
  });
});

describe('a text that is no index', () => {
  it.each(['', '<!doctype html>', '{}', '[]'])('%s is refused', (text) => {
    expect(() => readIndex(text)).toThrow();
  });
});
