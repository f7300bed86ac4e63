import { encode } from 'uqr';

/** A code of black squares on white: how many a side, and where the black ones are. */
export interface Qr {
  readonly size: number;
  /** The path of an SVG whose unit is a square. */
  readonly path: string;
}

/**
 * The code of a text; null where the text is longer than any code.
 *
 * @param level how much of it may be covered and it is read all the same: 7 % (L) or 15 % (M)
 */
export function qrOf(text: string, level: 'L' | 'M'): Qr | null {
  try {
    const { size, data } = encode(text, { ecc: level, border: 0 });
    const squares = data.flatMap((row, y) =>
      row.flatMap((black, x) => (black ? [`M${x} ${y}h1v1h-1z`] : []))
    );
    return { size, path: squares.join('') };
  } catch {
    return null;
  }
}
