import {
  exactTensor,
  Fraction,
  matmul,
  matmulBackward,
  NonFiniteError,
  realTensor,
  sameTensor,
  ShapeError,
  tensor,
  TooLargeError,
  toReal,
  type ExactTensor
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entered, tensorsOf } from '../data/arbitraries';
import {
  expectClose,
  expectSameNumbers,
  moved,
  shapesOf,
  thrownBy,
  weightedExactly,
  wholesOf
} from '../data/gradients';

/** Row times column, as it is taught; of the numbers themselves, without anything of the engine. */
function rowsTimesColumns(left: ExactTensor, right: ExactTensor): Fraction[] {
  const [rows, inner] = left.shape as [number, number];
  const columns = right.shape[1] as number;
  return Array.from({ length: rows * columns }, (_, cell) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    return Array.from({ length: inner }, (_, term) =>
      (left.data[row * inner + term] as Fraction).mul(right.data[term * columns + column] as Fraction)
    ).reduce((sum, product) => sum.add(product));
  });
}

function transposed({ shape, data }: ExactTensor): ExactTensor {
  const [height, width] = shape as [number, number];
  const cells = Array.from({ length: height * width }, (_, cell) => {
    return data[(cell % height) * width + Math.floor(cell / height)] as Fraction;
  });
  return tensor([width, height], cells);
}

const factors = (entries: fc.Arbitrary<Fraction>, most = 4) =>
  shapesOf(3, most).chain(([rows = 1, inner = 1, columns = 1]) =>
    fc.record({
      left: tensorsOf([rows, inner], entries),
      right: tensorsOf([inner, columns], entries),
      gradient: tensorsOf([rows, columns], entries)
    })
  );
const wholes = fc.integer({ min: -9, max: 9 }).map((value) => new Fraction(value));

describe('matmul', () => {
  it('is the product of the definition, of any fractions that may be entered', () => {
    fc.assert(
      fc.property(factors(entered), ({ left, right }) => {
        const product = matmul(left, right);
        const expected = tensor(
          [left.shape[0] as number, right.shape[1] as number],
          rowsTimesColumns(left, right)
        );
        expect(sameTensor(product, expected)).toBe(true);
      })
    );
  });

  it('multiplies numbers too long for doubles exactly', () => {
    const long = 10n ** 30n + 7n;
    const square = matmul(exactTensor([1, 2], [long, '1/3']), exactTensor([2, 1], [long, 3]));
    expect(square.data[0]?.equals(new Fraction(long * long + 1n))).toBe(true);
  });

  // Around the blocks of the fast kernel: two rows, four columns, 64 columns laid out at once.
  it.each([
    [1, 1, 1],
    [2, 3, 4],
    [3, 2, 5],
    [5, 7, 3],
    [2, 3, 63],
    [3, 5, 64],
    [4, 2, 65],
    [7, 3, 131]
  ])('is the same in both number systems: %i × %i times so many × %i', (rows, inner, columns) => {
    const spread = (length: number, by: number) =>
      Array.from({ length }, (_, index) => ((index * by) % 19) - 9);
    const left = exactTensor([rows, inner], spread(rows * inner, 7));
    const right = exactTensor([inner, columns], spread(inner * columns, 5));
    const real = matmul(toReal(left), toReal(right));
    expect(real.shape).toEqual([rows, columns]);
    expect(Array.from(real.data)).toEqual(rowsTimesColumns(left, right).map(Number));
    expectSameNumbers(matmul(left, right), real);
  });

  it('has a unit, is associative, and turns around under transposition', () => {
    const three = shapesOf(4).chain(([a = 1, b = 1, c = 1, d = 1]) =>
      fc.record({ first: wholesOf([a, b]), second: wholesOf([b, c]), third: wholesOf([c, d]) })
    );
    fc.assert(
      fc.property(three, ({ first, second, third }) => {
        const side = first.shape[1] as number;
        const unit = exactTensor(
          [side, side],
          Array.from({ length: side * side }, (_, cell) => (cell % (side + 1) === 0 ? 1 : 0))
        );
        expect(sameTensor(matmul(first, unit), first)).toBe(true);
        expect(sameTensor(matmul(matmul(first, second), third), matmul(first, matmul(second, third)))).toBe(
          true
        );
        expect(
          sameTensor(transposed(matmul(first, second)), matmul(transposed(second), transposed(first)))
        ).toBe(true);
      })
    );
  });

  it('keeps single precision, and sums in double precision', () => {
    // In single precision 2²⁴ + 1 is 2²⁴: summed there, the ones would vanish one by one.
    const ones = 64;
    const left = realTensor([1, ones + 1], Float32Array.from([2 ** 24, ...new Array<number>(ones).fill(1)]));
    const right = realTensor([ones + 1, 1], new Float32Array(ones + 1).fill(1));
    const product = matmul(left, right);
    expect(product.data).toBeInstanceOf(Float32Array);
    expect(product.data[0]).toBe(2 ** 24 + ones);
  });
});

describe('matmulBackward', () => {
  it('equals the exact difference quotient, for the product is linear in each factor', () => {
    fc.assert(
      fc.property(factors(entered, 3), ({ left, right, gradient }) => {
        const gradients = matmulBackward(gradient, left, right);
        const loss = (a: ExactTensor, b: ExactTensor) => weightedExactly(gradient, matmul(a, b));
        const step = new Fraction(2, 7);
        expect(gradients.left.shape).toEqual(left.shape);
        expect(gradients.right.shape).toEqual(right.shape);
        left.data.forEach((_, cell) => {
          const quotient = loss(moved(left, cell, step), right)
            .sub(loss(left, right))
            .div(step);
          expect(gradients.left.data[cell]?.equals(quotient)).toBe(true);
        });
        right.data.forEach((_, cell) => {
          const quotient = loss(left, moved(right, cell, step))
            .sub(loss(left, right))
            .div(step);
          expect(gradients.right.data[cell]?.equals(quotient)).toBe(true);
        });
      }),
      { numRuns: 30 }
    );
  });

  it('is the same in both number systems', () => {
    fc.assert(
      fc.property(factors(wholes, 7), ({ left, right, gradient }) => {
        const exact = matmulBackward(gradient, left, right);
        const real = matmulBackward(toReal(gradient), toReal(left), toReal(right));
        expectSameNumbers(exact.left, real.left);
        expectSameNumbers(exact.right, real.right);
        expectClose(real.left.data, matmul(gradient, transposed(right)).data.map(Number), 0);
        expectClose(real.right.data, matmul(transposed(left), gradient).data.map(Number), 0);
      })
    );
  });
});

describe('what cannot be multiplied', () => {
  const two = exactTensor([
    [1, 2],
    [3, 4]
  ]);
  it.each<[string, () => unknown, string]>([
    [
      'lengths that differ',
      () => matmul(two, exactTensor([3, 1], [1, 2, 3])),
      'matmul: left has 2 columns, right has 3 rows; they must be equal (left is [2, 2], right is [3, 1])'
    ],
    ['a list', () => matmul(exactTensor([1, 2]), two), 'matmul: left must be [M, K]; it is [2]'],
    [
      'a batch',
      () => matmul(two, exactTensor([[[1], [2]]])),
      'matmul: right must be [K, P]; it is [1, 2, 1]'
    ],
    [
      'two number systems',
      () => matmul<ExactTensor | ReturnType<typeof toReal>>(two, toReal(two)),
      'matmul: right is real and left is exact; all operands must be of one number system'
    ],
    [
      'a gradient of another shape',
      () => matmulBackward(exactTensor([1, 2], [1, 2]), two, two),
      'matmulBackward: the gradient must have the shape of the output, [2, 2]; it is [1, 2]'
    ],
    [
      'a gradient of another number of dimensions',
      () => matmulBackward(exactTensor([1, 2]), two, two),
      'matmulBackward: the gradient must have the shape of the output, [2, 2]; it is [2]'
    ]
  ])('%s', (_, action, message) => {
    const error = thrownBy(action);
    expect(error).toBeInstanceOf(ShapeError);
    expect((error as Error).message).toBe(message);
  });

  it('a result that is no number', () => {
    const huge = realTensor([[1e200]]);
    expect(() => matmul(huge, huge)).toThrow(NonFiniteError);
    expect(() => matmul(huge, huge)).toThrow(/^matmul: the result must be finite; entry 0 of \[1, 1\]/);
    expect(() => matmulBackward(huge, huge, huge)).toThrow(NonFiniteError);
    expect(() => matmul(huge, { shape: [1, 1], data: Float64Array.of(NaN) })).toThrow(
      /^matmul: right must be finite/
    );
  });

  it('a result that is too large, before anything is allocated', () => {
    const column = realTensor([2 ** 14, 1], new Float64Array(2 ** 14));
    const row = realTensor([1, 2 ** 13], new Float64Array(2 ** 13));
    expect(() => matmul(column, row)).toThrow(TooLargeError);
  });
});
