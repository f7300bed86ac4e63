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

/** The picture average pooled, plane by plane; its numbers are rounded to bytes again. */
export function pooledPicture(picture: Picture, factor: number): Picture {
  if (factor === 1) return picture;
  const { height, width, data } = picture;
  const cells = height * width;
  const planes = Float64Array.from({ length: PLANES * cells }, (_, index) => {
    return data[(index % cells) * PLANES + Math.floor(index / cells)] ?? 0;
  });
  const pooled = avgPool2d(realTensor([1, PLANES, height, width], planes), factor);
  const size = pooledSize(picture, factor);
  const pooledCells = size.height * size.width;
  const bytes = Uint8ClampedArray.from({ length: PLANES * pooledCells }, (_, index) => {
    return pooled.data[(index % PLANES) * pooledCells + Math.floor(index / PLANES)] ?? 0;
  });
  return { ...size, data: bytes };
}
