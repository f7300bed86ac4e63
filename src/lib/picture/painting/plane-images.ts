import { paintOf } from './paints';
import type { Picture, Plane } from '../picture';

/** A picture's planes as the browser draws them when they are small, made when they are first shown. */
export class PlaneImages {
  readonly #picture: Picture;
  readonly #images = new Map<Plane, OffscreenCanvas>();

  constructor(picture: Picture) {
    this.#picture = picture;
  }

  of(plane: Plane): OffscreenCanvas {
    const known = this.#images.get(plane);
    if (known) return known;
    const { width, height, data } = this.#picture;
    const image = new OffscreenCanvas(width, height);
    const points = new Uint32Array(width * height);
    for (let index = 0; index < points.length; index++) {
      points[index] = paintOf(
        plane,
        data[index * 3] ?? 0,
        data[index * 3 + 1] ?? 0,
        data[index * 3 + 2] ?? 0
      );
    }
    const bytes = new Uint8ClampedArray(points.buffer);
    image.getContext('2d')?.putImageData(new ImageData(bytes, width, height), 0, 0);
    this.#images.set(plane, image);
    return image;
  }
}
