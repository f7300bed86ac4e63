import { beginQuery, readBegun } from '$lib/practice';
import { resultOf } from '$lib/practice/sets/begin';
import { questionsOfSet } from '$lib/practice/sets/questions';
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
        const { questions, problems, ...rest } = begun(beginQuery(set, ` ${name} `));
        expect(rest).toEqual({ set, name });
        expect(problems).toEqual([]);
        expect(questions).toEqual(questionsOfSet(set, set.perStudent ? name : null));
      }),
      { numRuns: 20 }
    );
  });

  it('ends in a result that names the set', () => {
    const { set, name } = begun('?k=output-size.1&who=7');
    const questions = [{ points: 1, of: 1, rule: null }];
    expect(resultOf(set, name, questions)).toEqual({ set: setMark(set), name: '7', questions });
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
