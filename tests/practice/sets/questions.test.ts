import { questionOf } from '$lib/practice/exercises';
import { questionsOfSet } from '$lib/practice/sets/questions';
import { setCode } from '$lib/practice/sets/set';
import { normalisedVariant } from '$lib/practice/sets/variant';
import { PLAIN_SET, setMark, type PracticeSet } from '$lib/practice/sets/set';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sets } from './arbitraries';

const SET: PracticeSet = {
  ...PLAIN_SET,
  kinds: [
    { name: 'output-size', level: 2 },
    { name: 'output-cell', level: 1 }
  ],
  number: 7,
  seed: 20
};

describe('a variant', () => {
  it.each([
    ['  Kim   Hana ', 'kim hana'],
    ['KIM HANA', 'kim hana'],
    ['007', '7'],
    ['７', '7'],
    ['0', '0'],
    ['김하나'.normalize('NFD'), '김하나'],
    ['   ', null]
  ])('typed as %j is %j', (text, variant) => {
    expect(normalisedVariant(text)).toBe(variant);
  });

  it('is the same however it is typed', () => {
    const own = questionsOfSet(SET, 'Kim Hana');
    expect(questionsOfSet(SET, ' kim  HANA')).toEqual(own);
    expect(questionsOfSet(SET, '3')).toEqual(questionsOfSet(SET, '03'));
    expect(questionsOfSet(SET, 'Kim Hanna')).not.toEqual(own);
  });
});

describe('the questions of a set', () => {
  it('are as many as the set says, of its kinds, the same every time', () => {
    fc.assert(
      fc.property(sets, fc.string(), (set, variant) => {
        const questions = questionsOfSet(set, variant);
        expect(questions).toHaveLength(set.number);
        expect(questionsOfSet(set, variant)).toEqual(questions);
        for (const { name, level } of questions) expect(set.kinds).toContainEqual({ name, level });
        const counts = set.kinds.map(
          (kind) => questions.filter(({ name, level }) => name === kind.name && level === kind.level).length
        );
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20 }
    );
  });

  it('come kind by kind, or mixed', () => {
    const names = (set: PracticeSet) => questionsOfSet(set, null).map(({ name }) => name);
    expect(names(SET)).toEqual([
      ...Array.from({ length: 4 }, () => 'output-size'),
      ...Array.from({ length: 3 }, () => 'output-cell')
    ]);
    const mixed = { ...SET, number: 20, shuffled: true };
    expect(names(mixed)).not.toEqual([...names(mixed)].sort().reverse());
  });

  it('are all different', () => {
    for (const variant of [null, ...Array.from({ length: 30 }, (_, index) => `${index + 1}`)]) {
      const texts = questionsOfSet({ ...SET, number: 20 }, variant).map(({ name, level, seed }) =>
        JSON.stringify([name, questionOf(name, level, seed).parameters])
      );
      expect(new Set(texts).size, `${variant}`).toBe(20);
    }
  });

  it('differ from student to student and from seed to seed', () => {
    const variants = Array.from({ length: 30 }, (_, index) => questionsOfSet(SET, `${index + 1}`));
    expect(new Set(variants.map((questions) => JSON.stringify(questions))).size).toBe(30);
    expect(questionsOfSet({ ...SET, seed: 21 }, null)).not.toEqual(questionsOfSet(SET, null));
  });

  it('stay what they are when another kind comes after them', () => {
    const more: PracticeSet = {
      ...SET,
      number: 11,
      kinds: [...SET.kinds, { name: 'output-cell', level: 3 }]
    };
    expect(questionsOfSet(more, '5').slice(0, 4)).toEqual(questionsOfSet(SET, '5').slice(0, 4));
  });
});

describe('the mark of a set', () => {
  it('tells other questions apart, and nothing else', () => {
    expect(setMark({ ...SET, feedback: false, hints: false, minutes: 5 })).toBe(setMark(SET));
    for (const other of [
      { seed: 21 },
      { number: 8 },
      { shuffled: true },
      { perStudent: true },
      { kinds: [] }
    ]) {
      expect(setMark({ ...SET, ...other })).not.toBe(setMark(SET));
    }
  });

  it('is shown in four letters', () => {
    fc.assert(fc.property(sets, (set) => /^[0-9A-HJKMNP-TV-Z]{4}$/.test(setCode(set))));
  });
});
