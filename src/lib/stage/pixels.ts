/** From here on black is easier to read on a grey than white: both have a contrast of more than 4.5 there. */
const LIGHT = 118;

/** Class names and style of a cell that is drawn as a grey pixel, 0 black to 255 white. */
export function pixelLook(lightness: number): { readonly tone: string; readonly style: string } {
  return { tone: lightness < LIGHT ? 'pixel' : 'pixel light', style: `--shade:${lightness}` };
}

/** The colour of a grey pixel. */
export function pixelColour(lightness: number): string {
  return `rgb(${lightness} ${lightness} ${lightness})`;
}
