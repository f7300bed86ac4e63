import type { Position, Size } from '$lib/engine';

/** The place of a pixel in the row, counted from 1. */
export function placeOfPixel({ row, column }: Position, { width }: Size): number {
  return row * width + column + 1;
}

/** Where a place of the row, counted from 1, comes from. */
export function pixelAtPlace(place: number, { width }: Size): Position {
  return { row: Math.floor((place - 1) / width), column: (place - 1) % width };
}
