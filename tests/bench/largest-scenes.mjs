// Scenes with as many numbers as an address can give them.

/** @typedef {{ lesson: string, query: string }} Scene */

const plane = (/** @type {number} */ start) =>
  Array.from({ length: 8 }, (_, row) =>
    Array.from({ length: 8 }, (_, column) => (start + row * 3 + column) % 10).join(',')
  ).join(';');
const kernel = '1,0,-1;2,0,-2;1,0,-1';
const four = [1, 2, 3, 4];

/** @type {readonly Scene[]} */
export const LARGEST = [
  { lesson: 'convolution', query: `?scene=your-own&step=0&input=${plane(0)}` },
  {
    lesson: 'channels',
    query: `?scene=first-row-zero&step=0&input=${four.map(plane).join('~')}&kernel=${four.map(() => kernel).join('~')}`
  },
  {
    lesson: 'pooling',
    query: `?scene=overlapping&step=0&input=${plane(1)}`
  }
];
