import { LEVELS } from '$lib/exercise';
import { EXERCISE_NAMES } from '$lib/practice/exercises';
import { readSet, readSetLink, setQuery } from '$lib/practice/sets/address';
import { MOST_MINUTES, MOST_QUESTIONS, MOST_SEED, PLAIN_SET } from '$lib/practice/sets/set';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sets } from './arbitraries';

const read = (query: string) => readSet(new URLSearchParams(query));

describe('the address of a set', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(sets, (set) => {
        expect(read(setQuery(set))).toEqual({ set, problems: [] });
        expect(readSetLink(`https://example.org/ko/practice/set/${setQuery(set)}`)?.set).toEqual(set);
      })
    );
  });

  it('reads the letters that it is made of', () => {
    expect(read('?k=output-size.2,output-cell.1&n=12&seed=123&f=0&h=0&s=1&v=1&t=20')).toEqual({
      set: {
        kinds: [
          { name: 'output-size', level: 2 },
          { name: 'output-cell', level: 1 }
        ],
        number: 12,
        seed: 123,
        feedback: false,
        hints: false,
        shuffled: true,
        perStudent: true,
        minutes: 20
      },
      problems: []
    });
  });

  it('is the plain set where it says no more than the kinds', () => {
    expect(read('?k=output-cell').set).toEqual({
      ...PLAIN_SET,
      kinds: [{ name: 'output-cell', level: 1 }]
    });
  });

  it('names unknown kinds and uses the others', () => {
    const { set, problems } = read('?k=output-siez.1,output-cell.2,toString.1,,output-size.9,output-cell.2');
    expect(set.kinds).toEqual([
      { name: 'output-cell', level: 2 },
      { name: 'output-size', level: 1 }
    ]);
    expect(problems).toEqual([
      { code: 'level', text: 'output-size.9', used: 1 },
      { code: 'unknown-kinds', texts: ['output-siez', 'toString'], count: 2 }
    ]);
  });

  it.each(['', '?k=', '?k=nothing.1', '?n=4'])('says of %j that it asks nothing', (query) => {
    expect(read(query).problems.map(({ code }) => code)).toContain('no-kinds');
  });

  it.each([
    ['1000', MOST_QUESTIONS],
    ['0', 1],
    ['-3', 1],
    ['many', PLAIN_SET.number],
    ['2.5', PLAIN_SET.number],
    ['', PLAIN_SET.number]
  ])('asks for %s questions and gets %i', (text, used) => {
    const { set, problems } = read(`?k=output-cell.1&n=${text}`);
    expect(set.number).toBe(used);
    expect(problems).toEqual([{ code: 'number', text, used }]);
  });

  it.each(['12a', '-1', '4294967296', '1e3', ''])(
    'makes a seed of the broken one %j, always the same',
    (text) => {
      const first = read(`?k=output-cell.1&seed=${text}`);
      expect(first.problems).toEqual([{ code: 'seed', text, used: first.set.seed }]);
      expect(first.set.seed).toBeGreaterThanOrEqual(0);
      expect(first.set.seed).toBeLessThanOrEqual(MOST_SEED);
      expect(read(`?k=output-cell.1&seed=${text}`)).toEqual(first);
    }
  );

  it('names a time or an option that is none', () => {
    const { set, problems } = read('?k=output-cell.1&t=soon&f=yes');
    expect(set).toMatchObject({ minutes: null, feedback: true });
    expect(problems).toEqual([
      { code: 'option', text: 'f=yes' },
      { code: 'minutes', text: 'soon', used: null }
    ]);
    expect(read('?k=output-cell.1&t=9999').set.minutes).toBe(MOST_MINUTES);
  });

  it('makes a usable set of any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (k, n, seed, t) => {
        const { set } = readSet(new URLSearchParams({ k, n, seed, t }));
        expect(set.number).toBeGreaterThanOrEqual(1);
        expect(set.number).toBeLessThanOrEqual(MOST_QUESTIONS);
        expect(Number.isInteger(set.seed)).toBe(true);
        for (const { name, level } of set.kinds) {
          expect(EXERCISE_NAMES).toContain(name);
          expect(LEVELS).toContain(level);
        }
        expect(read(setQuery(set)).set).toEqual(set);
      })
    );
  });

  it('is no link to a set where nothing says which kinds', () => {
    expect(readSetLink('https://example.org/ko/')).toBeNull();
    expect(readSetLink('?n=3')).toBeNull();
    expect(readSetLink('')).toBeNull();
  });
});
