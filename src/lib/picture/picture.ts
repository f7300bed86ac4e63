/** A picture as numbers: 0 to 255, row by row, and in each pixel red, green, blue: shape (height, width, 3). */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** What is shown of a picture: all of it in colour, its grey values, or one of its three planes. */
export type Plane = 'colour' | 'grey' | 'red' | 'green' | 'blue';

/** The three planes, in the order of their numbers in `data`. */
export const COLOUR_PLANES = ['red', 'green', 'blue'] as const;

/** What stands above a plane, and before its number: the same in every language. */
export const PLANE_LETTERS: Readonly<Partial<Record<Plane, string>>> = { red: 'R', green: 'G', blue: 'B' };

/** A pixel's place, counted from 0. */
export interface Pixel {
  readonly row: number;
  readonly column: number;
}

/**
 * The grey value of a colour: the luma of ITU-R BT.601, 0.299 R + 0.587 G + 0.114 B, rounded to a whole number.
 * In thousandths, so that no rounding of decimals comes before the rounding that is meant: halves go up.
 */
export function greyOf(red: number, green: number, blue: number): number {
  return Math.floor((299 * red + 587 * green + 114 * blue + 500) / 1000);
}

/** What one pixel holds, and the grey that follows from it. */
export interface PixelValues {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly grey: number;
}

export function valuesAt({ width, data }: Picture, { row, column }: Pixel): PixelValues {
  const first = (row * width + column) * 3;
  const [red = 0, green = 0, blue = 0] = [data[first], data[first + 1], data[first + 2]];
  return { red, green, blue, grey: greyOf(red, green, blue) };
}
