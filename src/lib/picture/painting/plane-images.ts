import { planePoints } from './plane-points';
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
    const { width, height } = this.#picture;
    const image = new OffscreenCanvas(width, height);
    const bytes = planePoints(this.#picture, plane);
    image.getContext('2d')?.putImageData(new ImageData(bytes, width, height), 0, 0);
    this.#images.set(plane, image);
    return image;
  }
}
