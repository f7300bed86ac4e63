import type { Fraction } from '$lib/engine';

/** The lightest grey; the darkest is 0. */
const WHITE = 255;

/**
 * How a sum becomes a grey: as it is, or by its size alone, the sign left out. Either way it is rounded to a whole number
 * (halves go up), what lies below 0 is black, and what lies above 255 is white.
 */
export type Shading = 'value' | 'size';

/** The grey of a sum, 0 to 255. */
export function greyOfSum(sum: Fraction, shading: Shading): number {
  const shown = shading === 'size' ? sum.abs() : sum;
  if (shown.s <= 0n) return 0;
  if (shown.compare(WHITE) >= 0) return WHITE;
  return Number((2n * shown.n + shown.d) / (2n * shown.d));
}

/** The same for a sum that is given in so many parts of a whole, all whole numbers; it is as exact. */
export function greyOfParts(parts: number, whole: number, shading: Shading): number {
  const shown = shading === 'size' ? Math.abs(parts) : parts;
  if (shown <= 0) return 0;
  if (shown >= WHITE * whole) return WHITE;
  // A quotient of doubles may be rounded up to a whole number; a remainder of whole numbers is exact.
  const doubled = 2 * shown + whole;
  return (doubled - (doubled % (2 * whole))) / (2 * whole);
}
