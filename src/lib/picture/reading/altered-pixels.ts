const SIDE = 64;

/**
 * Whether this browser gives a page other pixels than were drawn, as some do against tracking (Firefox with
 * resistFingerprinting, Safari's and Brave's protections). Known colours are drawn and read back: shades that change
 * from point to point, because some browsers leave plain areas as they are.
 */
export function pixelsAreAltered(): boolean {
  const known = new ImageData(SIDE, SIDE);
  for (let index = 0; index < SIDE * SIDE; index++) {
    const [row, column] = [Math.floor(index / SIDE), index % SIDE];
    known.data.set([row * 4, column * 4, (row * 7 + column * 13) % 256, 255], index * 4);
  }
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  context.putImageData(known, 0, 0);
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  return data.some((value, index) => value !== known.data[index]);
}
