import { csvFormatRows } from 'd3';
import type { ClassTable } from './class-table';

/** Spreadsheets take these for the beginning of a formula, which a name is not. */
const FORMULA = /^[=+\-@\t\r]/;
const safe = (text: string) => (FORMULA.test(text) ? `'${text}` : text);

/** Without it spreadsheets take the Korean letters for others. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The words of the first line. */
export interface ClassCsvWords {
  readonly name: string;
  readonly points: string;
  readonly of: string;
  question(number: number): string;
  misconception(number: number): string;
}

/**
 * The table of a class as a file for spreadsheets: a line for each student, those who are missing at the end. Points of
 * each question and the misconceptions stand in columns of their own, so that they can be counted.
 */
export function classCsv({ rows, missing }: ClassTable, count: number, words: ClassCsvWords): string {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const head = [
    words.name,
    words.points,
    words.of,
    ...numbers.map((number) => words.question(number)),
    ...numbers.map((number) => words.misconception(number))
  ];
  const lines = rows.map(({ name, points, of, results }) => [
    safe(name),
    `${points}`,
    `${of}`,
    ...results.map((result) => `${result.points}`),
    ...results.map(({ rule }) => rule ?? '')
  ]);
  const absent = missing.map((name) => [safe(name), ...head.slice(1).map(() => '')]);
  return `${BYTE_ORDER_MARK}${csvFormatRows([head, ...lines, ...absent])}\r\n`;
}

/** The words of the first line of the misconceptions. */
export interface MisconceptionCsvWords {
  readonly kind: string;
  readonly rule: string;
  readonly students: string;
  readonly answers: string;
}

/** The misconceptions of a class as a file for spreadsheets, the most frequent first. */
export function misconceptionsCsv({ misconceptions }: ClassTable, words: MisconceptionCsvWords): string {
  const lines = misconceptions.map(({ rule, example, students, answers }) => [
    example.name,
    rule,
    `${students}`,
    `${answers}`
  ]);
  const head = [words.kind, words.rule, words.students, words.answers];
  return `${BYTE_ORDER_MARK}${csvFormatRows([head, ...lines])}\r\n`;
}
