import { averagePoolingCost, avgPool2d, realTensor } from '$lib/engine';
import type { Picture } from '$lib/picture';

/** Red, green and blue. */
const PLANES = 3;

/** Rows and columns of a picture after average pooling with windows side by side. */
export function pooledSize({ height, width }: { height: number; width: number }, factor: number) {
  const { outputShape } = averagePoolingCost([PLANES, height, width], { kernelSize: factor });
  const [, rows = 0, columns = 0] = outputShape;
  return { height: rows, width: columns };
}

/** The bytes of a picture, which stand pixel by pixel, plane by plane. */
function planesOf({ height, width, data }: Picture): Float64Array {
  const cells = height * width;
  const planes = new Float64Array(PLANES * cells);
  for (let cell = 0; cell < cells; cell++) {
    for (let plane = 0; plane < PLANES; plane++) {
      planes[plane * cells + cell] = data[cell * PLANES + plane] ?? 0;
    }
  }
  return planes;
}

/** The picture average pooled, plane by plane; its numbers are rounded to bytes again. */
function pooledPicture(picture: Picture, factor: number): Picture {
  if (factor === 1) return picture;
  const { height, width } = picture;
  const pooled = avgPool2d(realTensor([1, PLANES, height, width], planesOf(picture)), factor);
  const size = pooledSize(picture, factor);
  const cells = size.height * size.width;
  const bytes = new Uint8ClampedArray(PLANES * cells);
  for (let cell = 0; cell < cells; cell++) {
    for (let plane = 0; plane < PLANES; plane++) {
      bytes[cell * PLANES + plane] = pooled.data[plane * cells + cell] ?? 0;
    }
  }
  return { ...size, data: bytes };
}

/** A picture and what is left of it by windows of several sizes, each made once. */
export class PooledPictures {
  readonly #picture: Picture;
  readonly #made = new Map<number, Picture>();

  constructor(picture: Picture) {
    this.#picture = picture;
  }

  at(factor: number): Picture {
    const pooled = this.#made.get(factor) ?? pooledPicture(this.#picture, factor);
    this.#made.set(factor, pooled);
    return pooled;
  }
}
