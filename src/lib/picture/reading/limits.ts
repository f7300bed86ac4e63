/**
 * What is read at the most. The pixels of a file are unpacked to four bytes each while it is read, so the second
 * limit keeps a small file with an enormous picture from filling the memory.
 */
export const MOST_BYTES = 100_000_000;
export const MOST_PIXELS = 100_000_000;

/** A picture of more pixels than this is scaled down until its longest side has `LONGEST_SIDE`. */
const MOST_KEPT_PIXELS = 262_144;
const LONGEST_SIDE = 512;

/** No canvas of every browser is longer than this, however thin. */
const LONGEST_CANVAS = 16_384;

interface Sides {
  readonly width: number;
  readonly height: number;
}

/** The size at which a picture is kept: its own where that is small enough; never less than a pixel wide or high. */
export function keptSize({ width, height }: Sides): Sides {
  const longest = Math.max(width, height);
  const most = width * height > MOST_KEPT_PIXELS ? LONGEST_SIDE : LONGEST_CANVAS;
  if (longest <= most) return { width, height };
  const scaled = (side: number) => Math.max(1, Math.round((side * most) / longest));
  return { width: scaled(width), height: scaled(height) };
}
