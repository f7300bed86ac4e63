import { outputsFedBy, windowGeometry, type Position, type WindowGeometry } from '$lib/engine';

/** A pixel under a square window that moves over an input. Lengths are in cells. */
export interface PixelParameters {
  readonly height: number;
  readonly width: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  /** The pixel, counted from 0. */
  readonly row: number;
  readonly column: number;
}

export function geometryOf({ height, width, kernel, stride, padding }: PixelParameters): WindowGeometry {
  return windowGeometry({ height, width }, { height: kernel, width: kernel }, { stride, padding });
}

/** The output cells whose window covers the pixel. */
export function outputsOf(parameters: PixelParameters): Position[] {
  const { row, column, padding } = parameters;
  return outputsFedBy(geometryOf(parameters), { row: row + padding, column: column + padding });
}

/** An input that is 0 but for the pixel, which is 1: a window of ones makes a map that is 1 where the pixel goes. */
export function pixelAlone({ height, width, row, column }: PixelParameters): number[][] {
  return Array.from({ length: height }, (_, at) =>
    Array.from({ length: width }, (_, across) => (at === row && across === column ? 1 : 0))
  );
}
