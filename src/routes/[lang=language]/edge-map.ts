import { conv2dOver, realField } from '$lib/engine';
import { EDGE_KERNEL } from './edge-kernel';

/** The largest answer to grey values from 0 to 255. */
const LARGEST = 4 * 255;

/**
 * How strongly each place of a picture answers to the edge filter (Sobel's, for upright edges), as grey from 0 to 255: the
 * sign, which says where it is lighter, is left out.
 *
 * @param rgba red, green, blue and opacity of each pixel, row by row
 * @returns the same for the map, which is as large as the picture
 */
export function edgeMap(
  rgba: Uint8ClampedArray,
  width: number,
  height: number
): Uint8ClampedArray<ArrayBuffer> {
  const grey = Array.from({ length: width * height }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(index * 4, index * 4 + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });
  // The readable definition, not the fast one: that asks for machine code, which the policy of the pages refuses.
  const { data } = conv2dOver(
    realField,
    { shape: [1, 1, height, width], data: grey },
    { shape: [1, 1, 3, 3], data: EDGE_KERNEL.flat() },
    { padding: 'same' }
  );
  const map = new Uint8ClampedArray(width * height * 4);
  for (const [index, answer] of data.entries()) {
    // Brightened: few edges of a photograph are from black to white.
    const light = (3 * 255 * Math.abs(answer)) / LARGEST;
    map.set([light, light, light, 255], index * 4);
  }
  return map;
}
