import { readLinkMatrix, writeLinkMatrix, type MatrixReading } from '$lib/kinds/shared/matrix-text';
import { readPastedMatrix, readPastedPlanes } from '$lib/kinds/shared/pasting';
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

/** What is said of an entry that cannot be read: why, which, and where, counted from 1. */
const entry = (why: string, text: string, row: number, column: number, plane: number | null = null) => ({
  code: 'entry',
  why,
  text,
  place: { plane, row, entry: column }
});
const comma = (text: string, row: number, column: number) => ({
  code: 'comma',
  text,
  place: { plane: null, row, entry: column }
});

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
    ['fullwidth digits', '１　０\n０　１'],
    ['what PyTorch prints of another device', "tensor([[1., 0.],\n        [0., 1.]], device='cuda:0')"],
    ['what PyTorch prints of a leaf', 'tensor([[1., 0.],\n        [0., 1.]], requires_grad=True)'],
    [
      'what PyTorch prints of a result',
      "tensor([[1., 0.], [0., 1.]], device='cuda:0', dtype=torch.float64,\n       grad_fn=<SqueezeBackward0>)"
    ],
    [
      'what PyTorch prints of a parameter',
      'Parameter containing:\ntensor([[1., 0.],\n        [0., 1.]], requires_grad=True)'
    ],
    ['a type in quotes', 'w = np.array([[1, 0],\n              [0, 1]], dtype="float64")'],
    ['what TensorFlow prints', 'tf.Tensor(\n[[1. 0.]\n [0. 1.]], shape=(2, 2), dtype=float32)'],
    [
      'what TensorFlow shows',
      '<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[1., 0.],\n       [0., 1.]], dtype=float32)>'
    ],
    ['what JAX shows', 'Array([[1., 0.],\n       [0., 1.]], dtype=float32)'],
    ['what IPython writes before', 'Out[12]:\narray([[1, 0],\n       [0, 1]])'],
    ['what Python writes before', '>>> x = [[1, 0], [0, 1]]'],
    ['scalars of NumPy 2', '[[np.float64(1.0), np.float64(0.0)], [np.float64(0.0), np.float64(1.0)]]'],
    ['one image of one channel', 'tensor([[[[1., 0.],\n          [0., 1.]]]])'],
    ['a list of C', '{{1, 0}, {0, 1}}'],
    ['a line of MATLAB', 'A = [1 0; 0 1];'],
    ['lines of MATLAB', 'A = [1 0\n     0 1]'],
    ['lists without one around them', '[1, 0],\n[0, 1]'],
    ['a matrix of LaTeX', '\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}'],
    [
      'a matrix of LaTeX in its lines',
      '\\[\nA = \\begin{bmatrix}\n1 & 0 \\\\\n0 & 1 \\\\\n\\end{bmatrix}\n\\]'
    ],
    ['an array of LaTeX', '\\left(\\begin{array}{cc} 1 & 0 \\\\[2pt] 0 & 1 \\end{array}\\right)'],
    ['rows of LaTeX alone', '1 & 0 \\\\ 0 & 1'],
    ['characters without width', '\u200b1\u200b 0\n\ufeff0 1\u200b'],
    ['spaces that do not break', '1\u00a00\n0\u00a01'],
    ['exponents', '[[1.00000000e+00 0.00000000e+00]\n [0.00000000e+00 1.00000000e+00]]']
  ])('may have %s', (_, text) => {
    expect(outcome(readPastedMatrix(text))).toEqual(IDENTITY);
  });

  it.each([
    ['1/3 -2\n0.5 −.25', ['1/3 -2', '1/2 -1/4']],
    ['7', ['7']],
    ['[1, 2, 3]', ['1 2 3']],
    ['[[1], [2]]', ['1', '2']],
    ['array([1, 2])', ['1 2']],
    ['0.1', ['1/10']],
    ['1 1e3', ['1 1000']],
    ['1\t1,5\n-0,25\t2', ['1 3/2', '-1/4 2']],
    ['\\begin{pmatrix} \\frac{1}{9} & -\\tfrac{2}{3} \\end{pmatrix}', ['1/9 -2/3']],
    ['[[1.11111111 2.        ]\n [0.33333333 0.125     ]]', ['10/9 2', '1/3 1/8']],
    ['[[1.11111111e-01 2.22222222e+02]]', ['1/9 2000/9']],
    ['[0.1111111111111111, 0.30000000000000004]', ['1/9 3/10']],
    [
      '[[0.11111111 0.22222222 0.33333333 0.44444444 0.55555556 0.66666667\n  0.77777778 0.88888889]]',
      ['1/9 2/9 1/3 4/9 5/9 2/3 7/9 8/9']
    ],
    ['tensor(5.)', ['5']],
    ['[[[1, 2], [3, 4]]]', ['1 2', '3 4']]
  ])('%j is read exactly', (text, rows) => {
    expect(outcome(readPastedMatrix(text))).toEqual(rows);
  });

  it.each([
    ['', { code: 'empty' }],
    [' \n\t\n', { code: 'empty' }],
    ['[]', { code: 'empty' }],
    ['[[], []]', { code: 'empty' }],
    ['1 2\n3', { code: 'ragged', plane: null, row: 2, first: 2, other: 1 }],
    ['[[1], [2, 3]]', { code: 'ragged', plane: null, row: 2, first: 1, other: 2 }],
    ['1 x\n2 3', entry('unreadable', 'x', 1, 2)],
    ['1 2\n3 -', entry('unreadable', '-', 2, 2)],
    ['hello', entry('unreadable', 'hello', 1, 1)],
    ['1,,2', entry('empty', '', 1, 2)],
    ['1 2/0', entry('division-by-zero', '2/0', 1, 2)],
    ['1 1234567', entry('too-many-digits', '1234567', 1, 2)],
    ['1 1.23456789', entry('too-many-digits', '1.23456789', 1, 2)],
    ['1 1e7', entry('too-many-digits', '1e7', 1, 2)],
    ['(1+2) 1', entry('unreadable', '(1+2)', 1, 1)],
    ['1 nan', entry('unreadable', 'nan', 1, 2)],
    ['[[0 0 0 ... 0 0 0]]', entry('unreadable', '...', 1, 4)],
    ['1\t\t3', entry('empty', '', 1, 2)],
    ['1\t2\n\t\n5\t6', entry('empty', '', 2, 1)],
    ['1,5 2,5', comma('1,5', 1, 1)],
    ['1,000 2,000', comma('1,000', 1, 1)],
    ['1,000', comma('1,000', 1, 1)],
    ['3 4\n1 1,5', comma('1,5', 2, 2)],
    ['[1,5 2,5]', comma('1,5', 1, 1)],
    ['7\t1,000', comma('1,000', 1, 2)],
    ['[[1, 2], [3', { code: 'brackets' }],
    ['1, 2], [3, 4]]', { code: 'brackets' }],
    ['[1, [2, 3]]', { code: 'brackets' }],
    ['x = np.array([[1, 2]])\nw = np.array([[3, 4]])', { code: 'several' }],
    ['\\begin{pmatrix}1\\end{pmatrix}\\begin{pmatrix}2\\end{pmatrix}', { code: 'several' }],
    ['7 [1, 2]', { code: 'words', entry: '7' }],
    ['[1, 2], 7', { code: 'words', entry: ', 7' }],
    ['[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]', { code: 'planes', count: 2 }],
    ['[[[[1]], [[2]]], [[[3]], [[4]]]]', { code: 'dimensions', count: 4 }]
  ])('%j is refused: %o', (text, problem) => {
    expect(outcome(readPastedMatrix(text))).toEqual(problem);
  });

  const square = (side: number) =>
    Array.from({ length: side }, () => new Array<number>(side).fill(1).join(' ')).join('\n');

  it.each([
    ['9×9', square(9)],
    ['nine rows', new Array(9).fill('1').join('\n')],
    ['nine columns', new Array(9).fill('1').join('\t')],
    ['30×30', square(30)]
  ])('of %s is too large', (_, text) => {
    expect(outcome(readPastedMatrix(text))).toEqual({ code: 'too-large' });
  });

  it.each([
    ['1000×1000', square(1000)],
    ['a book', 'word '.repeat(100_000)]
  ])('in a text as long as that of %s is not looked for', (_, text) => {
    expect(outcome(readPastedMatrix(text))).toEqual({ code: 'too-long', limit: 20_000 });
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

describe('pasted planes', () => {
  const planesOf = (text: string) => {
    const reading = readPastedPlanes(text);
    return reading.ok ? reading.planes.map((plane) => outcome({ ok: true, matrix: plane })) : reading.problem;
  };
  const TWO = [
    ['1 2', '3 4'],
    ['5 6', '7 8']
  ];

  it.each([
    ['a list', '[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]'],
    ['what NumPy prints', '[[[1 2]\n  [3 4]]\n\n [[5 6]\n  [7 8]]]'],
    [
      'what PyTorch prints of one image',
      'tensor([[[[1., 2.],\n          [3., 4.]],\n\n         [[5., 6.],\n          [7., 8.]]]])'
    ],
    ['two matrices one after the other', '[[1 2]\n [3 4]]\n[[5 6]\n [7 8]]']
  ])('are the outermost dimension of %s', (_, text) => {
    expect(planesOf(text)).toEqual(TWO);
  });

  it('may be one', () => {
    expect(planesOf('1 2\n3 4')).toEqual([['1 2', '3 4']]);
  });

  it('have one shape', () => {
    expect(planesOf('[[[1, 2], [3, 4]], [[5, 6]]]')).toEqual({
      code: 'ragged-planes',
      plane: 2,
      first: '2×2',
      other: '1×2'
    });
    expect(planesOf('[[[1, 2], [3, 4]], [[5, 6], [7]]]')).toEqual({
      code: 'ragged',
      plane: 2,
      row: 2,
      first: 2,
      other: 1
    });
  });

  it('say in which of them something cannot be read', () => {
    expect(planesOf('[[[1, 2]], [[3, x]]]')).toEqual(entry('unreadable', 'x', 1, 2, 2));
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
    ['', entry('empty', '', 1, 1)],
    ['1,2;3', { code: 'ragged', plane: null, row: 2, first: 2, other: 1 }],
    ['1,x', entry('unreadable', 'x', 1, 2)],
    ['1,2;', { code: 'ragged', plane: null, row: 2, first: 2, other: 1 }],
    ['1,1e3', entry('unreadable', '1e3', 1, 2)],
    [new Array(9).fill('1').join(','), { code: 'too-large' }],
    [new Array(9).fill('1').join(';'), { code: 'too-large' }],
    ['(1+2)/4', entry('unreadable', '(1+2)/4', 1, 1)],
    ['<script>', entry('unreadable', '<script>', 1, 1)]
  ])('%j is refused', (text, problem) => {
    expect(outcome(readLinkMatrix(text))).toEqual(problem);
  });

  it('as long as a book is not read', () => {
    expect(outcome(readLinkMatrix('1,'.repeat(100_000)))).toEqual({ code: 'too-long', limit: 20_000 });
  });
});
