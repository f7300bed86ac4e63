import type { GridCell } from './Grid.svelte';
import { inkOn } from '$lib/picture';

/** The colour of a grey pixel, 0 black to 255 white. */
export function pixelColour(lightness: number): string {
  return `rgb(${lightness} ${lightness} ${lightness})`;
}

/** What is written on a colour, black or white, so that it can be read. */
export function inkColour(red: number, green: number, blue: number): string {
  return inkOn(red, green, blue) === 0 ? '#000' : '#fff';
}

/** What is written on a grey pixel. */
export function greyInk(lightness: number): string {
  return inkColour(lightness, lightness, lightness);
}

/** A cell that is drawn as a grey pixel. */
export function pixelLook(lightness: number): Pick<GridCell, 'tone' | 'paint'> {
  return {
    tone: 'pixel',
    paint: { background: pixelColour(lightness), ink: greyInk(lightness) }
  };
}
