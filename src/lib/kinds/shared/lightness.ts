import type { Fraction } from '$lib/engine';

/** The lightest value of a pixel; the darkest is 0: a byte holds 0 to 255. */
export const WHITE = 255;

/** Whether a value is the lightness of a pixel, in grey or of one plane: a whole number from 0 to 255. */
export function isLightness(value: Fraction): boolean {
  return value.d === 1n && value.gte(0) && value.lte(WHITE);
}
