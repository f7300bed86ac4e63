import { loadQuestionKind, questionOf, readSet, readSheetOptions, setQuery, sheetQuery } from '$lib/practice';
import { questionsOfSet } from '$lib/practice/sets/questions';
import { PLAIN_SET, type PracticeSet } from '$lib/practice/sets/set';
import { makeWorksheet, variantsOf } from '$lib/practice/teacher/worksheet';
import { describe, expect, it } from 'vitest';

const SET: PracticeSet = {
  ...PLAIN_SET,
  kinds: [
    { name: 'output-size', level: 1 },
    { name: 'output-cell', level: 2 }
  ],
  number: 5
};

const KINDS = new Map([
  ['output-size', await loadQuestionKind('output-size')],
  ['output-cell', await loadQuestionKind('output-cell')]
] as const);

describe('a worksheet', () => {
  it('has the questions that the student of that number is asked', () => {
    const sheet = makeWorksheet(SET, '3', KINDS);
    expect(sheet.questions.map(({ question }) => question.parameters)).toEqual(
      questionsOfSet(SET, '03').map(({ name, level, seed }) => questionOf(name, level, seed).parameters)
    );
    expect(sheet.questions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(sheet.code).toMatch(/^\w{4}-03$/);
  });

  it('keeps the order in rows of two at most', () => {
    const { rows, questions } = makeWorksheet(SET, null, KINDS);
    expect(rows.flat()).toEqual(questions);
    for (const row of rows) {
      expect(row.length).toBeLessThanOrEqual(2);
      if (row.length === 2) expect(row.some(({ wide }) => wide)).toBe(false);
    }
  });

  it('is one for all, or one for each number', () => {
    expect(variantsOf(SET, 1)).toEqual([null]);
    expect(variantsOf(SET, 3)).toEqual(['1', '2', '3']);
    expect(variantsOf({ ...SET, perStudent: true }, 1)).toEqual(['1']);
  });
});

describe('how worksheets are printed', () => {
  const read = (query: string, set = SET) => readSheetOptions(new URLSearchParams(query), set);

  it('comes back from its address', () => {
    const options = { variants: 12, paper: 'letter', key: 'apart', heading: '1학년 3반 & 4반' } as const;
    const query = new URLSearchParams(setQuery(SET) + sheetQuery(options));
    expect(readSheetOptions(query, SET)).toEqual(options);
    expect(readSet(query)).toEqual({ set: SET, problems: [] });
  });

  it('is as usual where an address says nothing or nonsense', () => {
    expect(read('')).toEqual({ variants: 1, paper: 'a4', key: 'end', heading: '' });
    expect(read('', { ...SET, perStudent: true }).variants).toBe(30);
    expect(read('?variants=1000&paper=a0&key=x')).toMatchObject({ variants: 60, paper: 'a4', key: 'end' });
    expect(read('?variants=many').variants).toBe(1);
    expect(read('?variants=-4').variants).toBe(1);
  });
});
