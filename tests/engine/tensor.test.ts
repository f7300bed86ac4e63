import {
  exactField,
  exactTensor,
  Fraction,
  matrix,
  NonFiniteError,
  NumberError,
  realTensor,
  rowsOf,
  sameTensor,
  sizeOf,
  tensor,
  toReal
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a matrix', () => {
  it('is one image of one channel, row by row', () => {
    const image = matrix([
      [1, 2, 3],
      [4, 5, 6]
    ]);
    expect(image.shape).toEqual([1, 1, 2, 3]);
    expect(image.data.map((value) => value.valueOf())).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sizeOf(image)).toEqual({ height: 2, width: 3 });
  });

  it('takes numbers, text and fractions, and reads 0.1 as one tenth', () => {
    const image = matrix([[0.1, '1/3', new Fraction(-2, 7)]]);
    expect(image.data.map((value) => value.toFraction())).toEqual(['1/10', '1/3', '-2/7']);
  });

  it('comes apart into the rows it was made of', () => {
    const rows = [
      [1, 2],
      [3, 4],
      [5, 6]
    ];
    expect(rowsOf(matrix(rows)).map((row) => row.map((value) => value.valueOf()))).toEqual(rows);
  });
});

describe('the rows of a tensor', () => {
  it('are those of the first channel of the first image', () => {
    expect(rowsOf(tensor([2, 2, 1, 2], [1, 2, 3, 4, 5, 6, 7, 8]))).toEqual([[1, 2]]);
  });
});

describe('two tensors', () => {
  const image = matrix([[1, 2]]);

  it('are the same when shape and values are', () => {
    expect(sameTensor(image, matrix([['2/2', 2]]))).toBe(true);
  });

  it.each([
    ['a value', matrix([[1, 3]])],
    ['the shape', matrix([[1], [2]])],
    ['the length', matrix([[1, 2, 3]])],
    ['the number of dimensions', tensor([1, 2], image.data)]
  ])('differ when %s differs', (_, other) => {
    expect(sameTensor(image, other)).toBe(false);
    expect(sameTensor(other, image)).toBe(false);
  });
});

describe('a number as a fraction', () => {
  it.each<[number, string]>([
    [0.1, '1/10'],
    [0.123456789, '123456789/1000000000'],
    [0.00012345, '2469/20000000'],
    [-1.5e-7, '-3/20000000'],
    [1e-8, '1/100000000'],
    [1 / 3, '1/3'],
    [-22 / 7, '-22/7'],
    [0.1 + 0.2, '7500000000000001/25000000000000000'],
    [2 ** 70, '1180591620717411303424']
  ])('%d is %s', (value, fraction) => {
    expect(exactTensor([value]).data[0]?.toFraction()).toBe(fraction);
    expect(exactField.from(value).toFraction()).toBe(fraction);
  });

  it('is the decimal that was written, of up to 15 digits', () => {
    const decimals = fc.tuple(fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }), fc.nat(30));
    fc.assert(
      fc.property(decimals, ([digits, places]) => {
        const written = new Fraction(BigInt(digits)).div(new Fraction(10n ** BigInt(places)));
        expect(exactField.from(Number(`${digits}e-${places}`)).equals(written)).toBe(true);
      })
    );
  });

  it('comes back from it to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        // Fractions have one zero.
        expect(toReal(exactTensor([value])).data[0]).toBe(value + 0);
      })
    );
  });

  it.each<[unknown, string]>([
    ['abc', 'unreadable'],
    ['', 'unreadable'],
    ['1/0', 'division-by-zero'],
    [null, 'empty'],
    [undefined, 'empty']
  ])('%j is none', (entry, problem) => {
    const read = () => exactTensor([entry as string]);
    expect(read).toThrow(NumberError);
    expect(read).toThrow(problem);
  });
});

describe('a fraction as a real number', () => {
  it('is rounded well even where its parts are too large for one', () => {
    const large = 10n ** 400n;
    const exact = exactTensor([new Fraction(large + 1n, large), new Fraction(-large, 3n * 10n ** 410n)]);
    expect([...toReal(exact).data]).toEqual([1, -1e-10 / 3]);
  });

  it('is refused where it is too large itself', () => {
    expect(() => toReal(exactTensor([1, 10n ** 400n]))).toThrow(NonFiniteError);
    expect(() => toReal(exactTensor([1, 10n ** 400n]))).toThrow(/^toReal: .* entry 1 of \[2\] is Infinity$/);
  });
});

it.each([null, '', '1', true, 1n])('a real tensor does not take %o for a number', (entry) => {
  expect(() => realTensor([1], [entry as unknown as number])).toThrow(NonFiniteError);
});

describe('a real tensor', () => {
  const finite = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(Number.MAX_VALUE));

  it('takes all finite numbers, even where their sum is none', () => {
    function check(entries: number[]): void {
      expect([...realTensor([entries.length], entries).data]).toEqual(entries);
    }
    fc.assert(fc.property(fc.array(finite, { minLength: 1, maxLength: 40 }), check));
    check(Array(9).fill(Number.MAX_VALUE));
  });

  it('names the first number that is not finite, wherever it is', () => {
    const bad = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    fc.assert(
      fc.property(
        fc.array(finite, { maxLength: 20 }),
        bad,
        fc.array(finite, { maxLength: 20 }),
        (...parts) => {
          const [before, wrong, after] = parts;
          const entries = [...before, wrong, ...after];
          expect(() => realTensor([entries.length], entries)).toThrow(
            `entry ${before.length} of [${entries.length}] is ${wrong}`
          );
        }
      )
    );
  });
});
