import { glossaryTerms, placeInCourse, readGlossary } from '$lib/course/glossary.server';
import { isThere, lessonSummaries } from '$lib/course/library.server';
import { describe, expect, it } from 'vitest';

const words = (ids: readonly string[]) =>
  ids.map((id) => `${id}:\n  name: ${id}\n  definition: What ${id} means.\n`).join('');
const both = (ids: readonly string[]) => ({ ko: words(ids), en: words(ids) });
const shown = (place: Record<string, unknown>) => [
  {
    id: 'kernel',
    lesson: 'convolution',
    shown: { lesson: 'convolution', scene: 'six-by-six', step: 1, ...place }
  }
];

describe('a glossary that is whole', () => {
  it('may point to lessons that are not written yet', () => {
    const plan = [
      ...shown({}),
      {
        id: 'transfer-learning',
        lesson: 'transfer',
        shown: { lesson: 'transfer', scene: 'anything', step: 99 }
      }
    ];
    expect(readGlossary(plan, both(['kernel', 'transfer-learning'])).plan).toHaveLength(2);
  });
});

describe('a glossary fails the build with', () => {
  it.each<[string, unknown, { ko: string; en: string }, RegExp]>([
    [
      'a scene that its lesson does not have',
      shown({ scene: 'seven' }),
      both(['kernel']),
      /kernel.*no scene seven/
    ],
    [
      'a step that its scene does not have',
      shown({ step: 17 }),
      both(['kernel']),
      /no step 17, the last is 16/
    ],
    [
      'a lesson that the course does not have',
      shown({ lesson: 'cooking' }),
      both(['kernel']),
      /no lesson cooking/
    ],
    [
      'a place in a lesson that the course does not have',
      [{ id: 'kernel', lesson: 'cooking' }],
      both(['kernel']),
      /no lesson cooking/
    ],
    ['two terms of one name', [...shown({}), ...shown({})], both(['kernel']), /same id/],
    ['a term without Korean words', shown({}), { ...both(['kernel']), ko: '{}' }, /ko\.yaml: kernel/],
    [
      'words for no term',
      shown({}),
      { ...both(['kernel']), en: words(['kernel', 'spoon']) },
      /en\.yaml.*spoon/
    ],
    [
      'a term without a definition',
      shown({}),
      { ...both(['kernel']), en: 'kernel:\n  name: kernel' },
      /en\.yaml/
    ],
    ['a broken plan', [{ id: 'Kernel' }], both(['kernel']), /glossary\.ts/]
  ])('%s', (_, plan, texts, message) => {
    expect(() => readGlossary(plan, texts)).toThrow(message);
  });
});

describe('the glossary', () => {
  it.each(['ko', 'en'] as const)(
    'links a term exactly when the lesson that shows it is there (%s)',
    (language) => {
      const written = new Set(lessonSummaries(language).map(({ slug }) => slug));
      const terms = glossaryTerms(language);
      expect(terms.find(({ id }) => id === 'kernel')?.shown).toMatchObject({ lesson: 'convolution' });
      for (const { shown: place } of terms) {
        if (place) expect(written).toContain(place.lesson);
      }
      expect(terms.find(({ id }) => id === 'transfer-learning')?.shown).toBeNull();
    }
  );

  it('has no name for two terms', () => {
    for (const language of ['ko', 'en'] as const) {
      const names = glossaryTerms(language).flatMap(({ name, synonyms }) => [name, ...synonyms]);
      const twice = names.filter((name, index) => names.indexOf(name) !== index);
      expect(twice, language).toEqual([]);
    }
  });

  it('says of convolution that it is equivariant, and of pooling that it is roughly invariant', () => {
    const definition = (id: string) => glossaryTerms('en').find((term) => term.id === id)?.definition;
    expect(definition('equivariance')).toMatch(/shifts by the same amount.*Convolution/);
    expect(definition('invariance')).toMatch(/Convolution does not have this property.*roughly/);
  });
});

describe('the curriculum', () => {
  it('gives every lesson that is written its number and chapter', () => {
    for (const { slug, number, chapter } of lessonSummaries('en')) {
      expect(placeInCourse(slug), slug).toEqual({ number, chapter });
    }
  });

  it('has twenty-four lessons', () => {
    expect(placeInCourse('transfer')).toEqual({ number: 24, chapter: 5 });
    expect(placeInCourse('stride')).toEqual({ number: 5, chapter: 2 });
  });

  it('tells what is there from what is not written, and from what is wrong', () => {
    expect(isThere({ lesson: 'convolution', scene: 'six-by-six', step: 16 }, 'here')).toBe(true);
    expect(isThere({ lesson: 'transfer', scene: 'x', step: 0 }, 'here')).toBe(false);
    expect(() => isThere({ lesson: 'convolution', scene: 'x', step: 0 }, 'here')).toThrow(/^here: /);
  });
});
