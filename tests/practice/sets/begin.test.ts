import { beginQuery, readBegun } from '$lib/practice';
import { resultOf, type BegunSet } from '$lib/practice/sets/begin';
import { questionsOfBegun, questionsOfSet, resultsOf } from '$lib/practice/sets/questions';
import { resultFileName } from '$lib/practice/sets/result-files';
import { setMark } from '$lib/practice/sets/set';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sets } from './arbitraries';

const begun = (query: string) => readBegun(new URLSearchParams(query));

describe('a set that a student begins', () => {
  it('asks the questions of the name that was typed, or those of all', () => {
    fc.assert(
      fc.property(sets, fc.constantFrom('김하나', 'Zoë & Max', '7', ''), (set, name) => {
        const read = begun(beginQuery(set, ` ${name} `));
        if (!read) {
          expect([set.perStudent, name]).toEqual([true, '']);
          return;
        }
        const { problems, ...rest } = read;
        expect(rest).toEqual({ set, name });
        expect(problems).toEqual([]);
        expect(questionsOfBegun(read)).toEqual(questionsOfSet(set, set.perStudent ? name : null));
      }),
      { numRuns: 20 }
    );
  });

  it('is not begun without a name where there are questions of one’s own', () => {
    expect(begun('?k=output-size.1')).toBeNull();
    expect(begun('?k=output-size.1&v=1&who=')).toBeNull();
    expect(begun('?k=nothing.1&who=7')).toBeNull();
    expect(begun('?k=output-size.1&who=')).not.toBeNull();
  });

  it('ends in a result that names the set, with no points for what nobody came to', () => {
    const read = begun('?k=output-size.1&n=2&who=7') as BegunSet;
    const { set, name } = read;
    const questions = questionsOfBegun(read);
    const first = { points: 1, of: 1, rule: null };
    const results = resultsOf(questions, [first]);
    expect(results).toEqual([first, { points: 0, of: 1, rule: null }]);
    expect(resultOf(set, name, results)).toEqual({ set: setMark(set), name: '7', questions: results });
  });
});

describe('the file of a result', () => {
  it.each([
    ['김하나', 'stride-result-김하나.txt'],
    ['../a b', 'stride-result-a-b.txt'],
    ['?', 'stride-result.txt']
  ])('of %s is called %s', (name, file) => {
    expect(resultFileName(name)).toBe(file);
  });
});
