import { inkOn } from './ink';
import { greyOf, type Plane } from '../picture';

/** Full opacity, the highest byte of a point. */
export const OPAQUE = 0xff000000;

/** How far a grid line goes from the colour of its square to black or white, whichever stands out. */
const LINE_STRENGTH = 0.4;

/** The red, green and blue that each plane draws for a pixel, and the numbers that are written on it. */
export const PAINTS: Record<
  Plane,
  { colour(r: number, g: number, b: number): number; numbers(r: number, g: number, b: number): number[] }
> = {
  colour: { colour: packed, numbers: (r, g, b) => [r, g, b] },
  grey: {
    colour: (r, g, b) => packed(greyOf(r, g, b), greyOf(r, g, b), greyOf(r, g, b)),
    numbers: (r, g, b) => [greyOf(r, g, b)]
  },
  red: { colour: (r) => packed(r, 0, 0), numbers: (r) => [r] },
  green: { colour: (_, g) => packed(0, g, 0), numbers: (_, g) => [g] },
  blue: { colour: (_r, _g, b) => packed(0, 0, b), numbers: (_r, _g, b) => [b] }
};

/** The bytes of red, green and blue as they lie in memory, lowest first. */
export function packed(red: number, green: number, blue: number): number {
  return red | (green << 8) | (blue << 16);
}

/** The colour of a point of a plane, opaque. */
export function paintOf(plane: Plane, red: number, green: number, blue: number): number {
  return (OPAQUE | PAINTS[plane].colour(red, green, blue)) >>> 0;
}

/** The grid line of a square: its colour on the way to the ink on it. A plane's lines stay in the plane's colour. */
export function lineOf(colour: number, share: number, plane: Plane): number {
  const ink = inkOn(colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255);
  const mixed = (shift: number) => {
    const value = (colour >>> shift) & 255;
    return Math.round(value + (ink - value) * share * LINE_STRENGTH) << shift;
  };
  const own = { colour: 0xffffff, grey: 0xffffff, red: 0xff, green: 0xff00, blue: 0xff0000 }[plane];
  return OPAQUE | ((mixed(0) | mixed(8) | mixed(16)) & own);
}
