import { expect, it } from 'vitest';
import { edgeMap } from '../../src/routes/[lang=language]/edge-map';

const WIDTH = 6;
const HEIGHT = 4;

/** A picture of two halves. */
function halves(left: number, right: number) {
  const pixels = Array.from({ length: WIDTH * HEIGHT }, (_, index) => (index % WIDTH < 3 ? left : right));
  const data = new Uint8ClampedArray(pixels.flatMap((value) => [value, value, value]));
  return { width: WIDTH, height: HEIGHT, data };
}

it('is bright along the edge and dark where nothing changes, and two rows and columns smaller', async () => {
  const { width, height, data } = await edgeMap(halves(0, 50));
  expect([width, height]).toEqual([WIDTH - 2, HEIGHT - 2]);
  // The filter's weights of one side add up to 4: 4 × 50.
  const row = [0, 200, 200, 0].flatMap((grey) => [grey, grey, grey]);
  expect([...data]).toEqual([...row, ...row]);
});

it('is the same for an edge from light to dark', async () => {
  const [toLight, toDark] = [await edgeMap(halves(0, 50)), await edgeMap(halves(50, 0))];
  expect(toDark.data).toEqual(toLight.data);
});
