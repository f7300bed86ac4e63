import type { WindowGeometry } from '../geometry/index.ts';
import type { RealData } from '../tensor.ts';

/**
 * The planes of one image with the zeros around them, in double precision whatever the precision of the tensor:
 * loops that only ever see one kind of array are several times as fast as those that see two.
 */
export interface PaddedImage {
  readonly data: Float64Array;
  /** Where the first plane begins. */
  readonly start: number;
  readonly rowLength: number;
  readonly planeLength: number;
}

/**
 * Gives the images of a batch one after the other with their padding, all in the same memory. Doubles without
 * padding are not copied.
 */
export function paddedImages(
  data: RealData,
  planes: number,
  { input, padding, padded }: WindowGeometry
): (image: number) => PaddedImage {
  const planeLength = input.height * input.width;
  const isPadded = padded.height > input.height || padded.width > input.width;
  if (!isPadded && data instanceof Float64Array) {
    return (image) => ({ data, start: image * planes * planeLength, rowLength: input.width, planeLength });
  }
  const paddedPlane = padded.height * padded.width;
  const room = new Float64Array(planes * paddedPlane);
  return (image) => {
    for (let plane = 0; plane < planes; plane++) {
      for (let row = 0; row < input.height; row++) {
        const from = (image * planes + plane) * planeLength + row * input.width;
        const to = plane * paddedPlane + (row + padding.top) * padded.width + padding.left;
        room.set(data.subarray(from, from + input.width), to);
      }
    }
    return { data: room, start: 0, rowLength: padded.width, planeLength: paddedPlane };
  };
}
