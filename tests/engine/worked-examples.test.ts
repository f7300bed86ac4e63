import { conv2d, matrix, rowsOf } from '$lib/engine';
import { describe, expect, it } from 'vitest';
import { WORKED_EXAMPLES } from '../data/worked-examples';

describe('a convolution worked out by hand', () => {
  it.each(WORKED_EXAMPLES)('$id comes out the same', ({ input, kernel, stride, padding, output }) => {
    const found = conv2d(matrix(input), matrix(kernel), { stride, padding });
    expect(found.shape).toEqual([1, 1, output.length, output[0]?.length]);
    expect(rowsOf(found).map((row) => row.map((value) => value.toFraction()))).toEqual(
      output.map((row) => row.map(String))
    );
  });
});
