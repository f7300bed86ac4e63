import { Fraction, matrix, rowsOf, sameTensor, sizeOf, tensor } from '$lib/engine';
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
