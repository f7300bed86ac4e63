import { conv2d, exactTensor, type ExactTensor } from '$lib/engine';
import { expect, it } from 'vitest';

/**
 * The demonstration in the notes of CS231n, https://cs231n.github.io/convolutional-networks/: an input of 5×5 with
 * three channels, two filters of 3×3×3 with a bias each, stride 2, padding 1. The page draws new numbers at each
 * visit; these are two of its draws, as readers have written them down, outputs and all.
 */
const DRAWS = [
  {
    input: `
      2 1 2 2 2 / 2 2 1 0 0 / 2 1 1 2 2 / 2 1 1 2 0 / 0 1 2 0 2
      1 2 0 2 1 / 1 1 0 0 0 / 0 1 1 0 0 / 2 0 1 0 2 / 2 0 0 0 0
      0 2 0 2 2 / 2 1 2 2 2 / 0 1 1 2 2 / 1 2 0 1 2 / 2 1 2 0 0`,
    filters: `
      0 -1 -1 / -1 0 -1 / -1 0 0   -1 0 -1 / 0 1 -1 / -1 -1 0   0 1 -1 / 0 0 1 / -1 0 1
      1 0 -1 / 1 -1 -1 / 0 1 0     0 0 1 / 1 -1 0 / -1 -1 0     0 1 -1 / -1 1 0 / -1 1 1`,
    biases: '1 0',
    output: `
      1 -4 -2 / -4 -4 -4 / -1 -4 3
      0 0 1 / 0 -1 1 / -3 -2 2`
  },
  {
    input: `
      1 2 2 0 1 / 0 0 2 2 0 / 0 1 1 2 2 / 1 1 2 1 1 / 0 0 2 2 1
      2 0 2 0 1 / 2 2 2 2 2 / 1 2 2 1 1 / 1 0 1 1 1 / 2 0 1 2 0
      2 2 0 2 2 / 0 1 2 1 1 / 2 2 1 1 0 / 0 1 0 2 2 / 2 1 2 0 1`,
    filters: `
      -1 1 -1 / 0 0 -1 / -1 1 -1   0 0 1 / -1 1 1 / 1 0 0        -1 0 -1 / 0 0 0 / -1 -1 -1
      1 1 0 / 0 0 -1 / 0 -1 -1     -1 -1 -1 / 1 0 1 / -1 -1 1    -1 0 0 / 0 0 0 / 0 1 1`,
    biases: '1 0',
    output: `
      0 1 0 / 3 -3 -5 / 2 0 -3
      -1 -3 -3 / -5 -5 -3 / 0 0 0`
  }
];

function read(shape: readonly number[], text: string): ExactTensor {
  const numbers = (text.match(/-?\d+/g) ?? []).map(Number);
  return exactTensor(shape, numbers);
}

it.each(DRAWS)(
  'the two filters of CS231n give what the page shows: %#',
  ({ input, filters, biases, output }) => {
    const found = conv2d(read([1, 3, 5, 5], input), read([2, 3, 3, 3], filters), {
      bias: read([2], biases),
      stride: 2,
      padding: 1
    });
    expect(found).toEqual(read([1, 2, 3, 3], output));
  }
);
