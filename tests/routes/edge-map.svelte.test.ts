import { expect, it } from 'vitest';
import { edgeMap } from '../../src/routes/[lang=language]/edge-map';

const WIDTH = 6;
const HEIGHT = 4;

/** A picture of two halves. */
function halves(left: number, right: number): Uint8ClampedArray {
  const pixels = Array.from({ length: WIDTH * HEIGHT }, (_, index) => (index % WIDTH < 3 ? left : right));
  return new Uint8ClampedArray(pixels.flatMap((value) => [value, value, value, 255]));
}

it('is bright along the edge and dark where nothing changes', () => {
  const map = edgeMap(halves(0, 80), WIDTH, HEIGHT);
  const row = Array.from({ length: WIDTH }, (_, column) => map[(WIDTH + column) * 4]);
  // In the middle rows the filter's weights of one side add up to 4: 4 × 80 of at most 4 × 255, brightened three times.
  expect(row.slice(1, 5)).toEqual([0, 240, 240, 0]);
});

it('is the same for an edge from light to dark', () => {
  expect(edgeMap(halves(80, 0), WIDTH, HEIGHT)[(WIDTH + 2) * 4]).toBe(240);
});
