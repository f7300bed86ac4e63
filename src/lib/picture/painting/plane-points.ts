import { paintOf } from './paints';
import type { Picture, Plane } from '../picture';

/** The bytes of a plane of a picture as a canvas takes them: red, green, blue and opacity of each point. */
export function planePoints({ width, height, data }: Picture, plane: Plane): Uint8ClampedArray<ArrayBuffer> {
  const points = new Uint32Array(width * height);
  for (let index = 0; index < points.length; index++) {
    points[index] = paintOf(plane, data[index * 3] ?? 0, data[index * 3 + 1] ?? 0, data[index * 3 + 2] ?? 0);
  }
  return new Uint8ClampedArray(points.buffer);
}
