import { classCsv } from '$lib/practice/sets/class-csv';
import { classTable, readRoster } from '$lib/practice/sets/class-table';
import { questionsOfSet } from '$lib/practice/sets/questions';
import { encodeResult, type QuestionResult } from '$lib/practice/sets/result-code';
import { readResultLines } from '$lib/practice/sets/result-lines';
import { PLAIN_SET, setMark, type PracticeSet } from '$lib/practice/sets/set';
import { describe, expect, it } from 'vitest';

const SET: PracticeSet = {
  ...PLAIN_SET,
  kinds: [{ name: 'output-size', level: 2 }],
  number: 3,
  perStudent: true
};

const RIGHT: QuestionResult = { points: 1, of: 1, rule: null };
const wrong = (rule: string | null): QuestionResult => ({ points: 0, of: 1, rule });

const code = (name: string, questions: readonly QuestionResult[], set = SET) =>
  encodeResult({ set: setMark(set), name, questions });

const HANA = code('김하나', [RIGHT, wrong('rounded-up'), RIGHT]);
const DUL = code('이두리', [wrong('rounded-up'), wrong('rounded-up'), wrong('ignored-stride')]);
const LAST = code('Sam', [RIGHT, RIGHT, wrong(null)]);

const tableOf = (text: string, roster: readonly string[] = []) =>
  classTable(SET, readResultLines(text).found, roster);

describe('the lines that a teacher pastes', () => {
  it('may be codes, messages with codes in them, and lines without any', () => {
    const lines = readResultLines(
      [HANA, '', `이두리: ${DUL} 입니다`, 'thank you', `  ${LAST.toLowerCase()}  `].join('\r\n')
    );
    expect(lines.found.map(({ line, result }) => [line, result.name])).toEqual([
      [1, '김하나'],
      [3, '이두리'],
      [5, 'Sam']
    ]);
    expect(lines.problems).toEqual([]);
    expect(lines.without).toEqual([4]);
  });

  it('may break a code where a group ends, and hold two codes', () => {
    const at = HANA.lastIndexOf('-') + 1;
    const broken = `${HANA.slice(0, at)}\n${HANA.slice(at)}\n${DUL} ${LAST}`;
    expect(readResultLines(broken).found.map(({ result }) => result.name)).toEqual([
      '김하나',
      '이두리',
      'Sam'
    ]);
  });

  it('are named when they are damaged, and the others are used', () => {
    const damaged = HANA.slice(0, -1) + (HANA.endsWith('0') ? '1' : '0');
    const lines = readResultLines(`${LAST}\n${damaged}\n${DUL.slice(0, 20)}`);
    expect(lines.found).toHaveLength(1);
    expect(lines.problems).toEqual([
      { line: 2, problem: 'damaged' },
      { line: 3, problem: 'damaged' }
    ]);
  });

  it('read words that follow a code as no part of it', () => {
    expect(readResultLines(`${LAST} done at home`).found).toHaveLength(1);
  });
});

describe('the table of a class', () => {
  it('has a row for each student with their points', () => {
    const { rows } = tableOf([LAST, DUL, HANA].join('\n'));
    expect(rows.map(({ name, points, of }) => [name, points, of])).toEqual(
      [
        ['김하나', 2, 3],
        ['이두리', 0, 3],
        ['Sam', 2, 3]
      ].sort((one, other) => `${one[0]}`.localeCompare(`${other[0]}`, 'ko'))
    );
    const hana = rows.find(({ name }) => name === '김하나');
    expect(hana?.questions).toEqual(questionsOfSet(SET, '김하나'));
    expect(hana?.results.map(({ rule }) => rule)).toEqual([null, 'rounded-up', null]);
  });

  it('names who is missing, who is not on the roster, and codes of another set', () => {
    const other = code('박다른', [RIGHT, RIGHT, RIGHT], { ...SET, seed: 99 });
    const table = tableOf([HANA, LAST, other].join('\n'), readRoster('김하나\n  이두리 \n\n박다른\n김하나'));
    expect(table.missing).toEqual(['이두리', '박다른']);
    expect(table.rows.filter(({ listed }) => !listed).map(({ name }) => name)).toEqual(['Sam']);
    expect(table.foreign).toEqual([{ line: 3, name: '박다른' }]);
  });

  it('counts the same code once, and names a student with two different ones', () => {
    const again = code(' SAM', [RIGHT, RIGHT, RIGHT]);
    const table = tableOf([HANA, HANA, LAST, again].join('\n'));
    expect(table.rows).toHaveLength(3);
    expect(table.repeated).toHaveLength(1);
    expect(table.rows.filter(({ twice }) => twice)).toHaveLength(2);
  });

  it('counts misconceptions by answers and by students', () => {
    const { misconceptions } = tableOf([HANA, DUL, LAST].join('\n'));
    expect(misconceptions.map(({ rule, answers, students }) => [rule, answers, students])).toEqual([
      ['rounded-up', 3, 2],
      ['ignored-stride', 1, 1]
    ]);
    expect(misconceptions[0]?.example).toMatchObject({ name: 'output-size', level: 2 });
  });
});

describe('the file for spreadsheets', () => {
  const words = {
    name: 'Name',
    points: 'Points',
    of: 'Of',
    question: (number: number) => `Q${number}`,
    misconception: (number: number) => `Q${number} rule`
  };

  it('has a line for each student and each one who is missing', () => {
    const csv = classCsv(tableOf([HANA, LAST].join('\n'), ['김하나', 'Sam', '이, 두리']), 3, words);
    expect(csv.replace('\uFEFF', '').trim().split('\n')).toEqual([
      'Name,Points,Of,Q1,Q2,Q3,Q1 rule,Q2 rule,Q3 rule',
      '김하나,2,3,1,0,1,,rounded-up,',
      'Sam,2,3,1,1,0,,,',
      '"이, 두리",,,,,,,,'
    ]);
    expect(csv.startsWith('\uFEFF')).toBe(true);
  });

  it('lets no name be a formula', () => {
    const csv = classCsv(tableOf(code('=1+1', [RIGHT, RIGHT, RIGHT])), 3, words);
    expect(csv).toContain("\n'=1+1,3,3");
  });
});
