import {
  readLinkMatrix,
  readPastedMatrix,
  writeLinkMatrix,
  type MatrixReading
} from '$lib/kinds/shared/matrix-text';
import { rowsOf, sameTensor } from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entered, matricesUpTo } from '../data/arbitraries';

/** The rows of what was read as fractions, or the problem. */
function outcome(reading: MatrixReading): unknown {
  return reading.ok
    ? rowsOf(reading.matrix).map((row) => row.map((value) => value.toFraction()).join(' '))
    : reading.problem;
}

const IDENTITY = ['1 0', '0 1'];

describe('a pasted matrix', () => {
  it.each([
    ['cells of a spreadsheet', '1\t0\n0\t1'],
    ['cells of a spreadsheet on Windows', '1\t0\r\n0\t1\r\n'],
    ['spaces', '1 0\n0 1'],
    ['many spaces', '  1   0 \n  0   1  '],
    ['commas', '1,0\n0,1'],
    ['commas and spaces', '1, 0\n0, 1'],
    ['commas at the ends of lines', '1, 0,\n0, 1,'],
    ['line ends of old Macs', '1 0\r0 1'],
    ['a trailing newline', '1 0\n0 1\n'],
    ['empty lines', '\n1 0\n\n0 1\n\n'],
    ['semicolons', '1 0; 0 1'],
    ['semicolons in brackets', '[1 0; 0 1]'],
    ['a Python list', '[[1, 0], [0, 1]]'],
    ['a Python list without spaces', '[[1,0],[0,1]]'],
    ['a Python list over several lines', '[\n  [1, 0],\n  [0, 1]\n]'],
    ['what NumPy prints', '[[1 0]\n [0 1]]'],
    ['what NumPy prints of decimals', '[[1. 0.]\n [0. 1.]]'],
    ['what NumPy shows', 'array([[1, 0],\n       [0, 1]])'],
    ['what NumPy shows of decimals', 'array([[1., 0.],\n       [0., 1.]])'],
    ['what NumPy shows with a type', 'array([[1, 0],\n       [0, 1]], dtype=float32)'],
    ['a line of a program', 'x = np.array([[1, 0], [0, 1]], dtype=float)'],
    ['fullwidth digits', '１　０\n０　１']
  ])('may have %s', (_, text) => {
    expect(outcome(readPastedMatrix(text))).toEqual(IDENTITY);
  });

  it.each([
    ['1/3 -2\n0.5 −.25', ['1/3 -2', '1/2 -1/4']],
    ['7', ['7']],
    ['[1, 2, 3]', ['1 2 3']],
    ['[[1], [2]]', ['1', '2']],
    ['array([1, 2])', ['1 2']],
    ['0.1', ['1/10']]
  ])('%j is read exactly', (text, rows) => {
    expect(outcome(readPastedMatrix(text))).toEqual(rows);
  });

  it.each([
    ['', { code: 'empty' }],
    [' \n\t\n', { code: 'empty' }],
    ['[]', { code: 'empty' }],
    ['[[], []]', { code: 'empty' }],
    ['1 2\n3', { code: 'ragged', first: 2, other: 1 }],
    ['[[1], [2, 3]]', { code: 'ragged', first: 1, other: 2 }],
    ['1 x\n2 3', { code: 'unreadable', entry: 'x' }],
    ['hello', { code: 'unreadable', entry: 'hello' }],
    ['1,,2', { code: 'unreadable', entry: '' }],
    ['1 2/0', { code: 'unreadable', entry: '2/0' }],
    ['1 1234567', { code: 'unreadable', entry: '1234567' }],
    ['(1+2) 1', { code: 'unreadable', entry: '(1+2)' }],
    ['1 1e3', { code: 'unreadable', entry: '1e3' }],
    ['1 nan', { code: 'unreadable', entry: 'nan' }]
  ])('%j is refused: %o', (text, problem) => {
    expect(outcome(readPastedMatrix(text))).toEqual(problem);
  });

  const square = (side: number) =>
    Array.from({ length: side }, () => new Array<number>(side).fill(1).join(' ')).join('\n');

  it.each([
    ['9×9', square(9)],
    ['nine rows', new Array(9).fill('1').join('\n')],
    ['nine columns', new Array(9).fill('1').join('\t')],
    ['1000×1000', square(1000)],
    ['a book', 'word '.repeat(100_000)]
  ])('of %s is too large', (_, text) => {
    expect(outcome(readPastedMatrix(text))).toEqual({ code: 'too-large' });
  });

  it('of 8×8 is not, even where every number is as long as can be', () => {
    const row = new Array(8).fill('-999999/999998').join('\t');
    const reading = readPastedMatrix(new Array(8).fill(row).join('\r\n'));
    expect(reading).toMatchObject({ ok: true, matrix: { shape: [1, 1, 8, 8] } });
  });

  it('comes back from a spreadsheet, from lines of words and from a Python list', () => {
    fc.assert(
      fc.property(matricesUpTo(8, entered), (image) => {
        const rows = rowsOf(image).map((row) => row.map((value) => value.toFraction()));
        const texts = [
          rows.map((row) => row.join('\t')).join('\r\n'),
          rows.map((row) => row.join(' ')).join('\n'),
          `[${rows.map((row) => `[${row.join(', ')}]`).join(', ')}]`
        ];
        for (const text of texts) {
          const reading = readPastedMatrix(text);
          expect(reading.ok && sameTensor(reading.matrix, image)).toBe(true);
        }
      })
    );
  });
});

describe('a matrix in a link', () => {
  it('comes back from its text, whatever it holds', () => {
    fc.assert(
      fc.property(matricesUpTo(8, entered), (image) => {
        const reading = readLinkMatrix(writeLinkMatrix(image));
        expect(reading.ok && sameTensor(reading.matrix, image)).toBe(true);
      })
    );
  });

  it('is rows between semicolons, entries between commas', () => {
    const reading = readLinkMatrix('1,-2;0.5,1/3');
    expect(outcome(reading)).toEqual(['1 -2', '1/2 1/3']);
    expect(reading.ok && writeLinkMatrix(reading.matrix)).toBe('1,-2;1/2,1/3');
  });

  it.each([
    ['', { code: 'unreadable', entry: '' }],
    ['1,2;3', { code: 'ragged', first: 2, other: 1 }],
    ['1,x', { code: 'unreadable', entry: 'x' }],
    ['1,2;', { code: 'ragged', first: 2, other: 1 }],
    [new Array(9).fill('1').join(','), { code: 'too-large' }],
    [new Array(9).fill('1').join(';'), { code: 'too-large' }],
    ['(1+2)/4', { code: 'unreadable', entry: '(1+2)/4' }],
    ['<script>', { code: 'unreadable', entry: '<script>' }]
  ])('%j is refused', (text, problem) => {
    expect(outcome(readLinkMatrix(text))).toEqual(problem);
  });

  it('as long as a book is too large', () => {
    expect(outcome(readLinkMatrix('1,'.repeat(100_000)))).toEqual({ code: 'too-large' });
  });
});
