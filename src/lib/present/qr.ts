import { encode } from 'uqr';

/** With more squares a side, none is large enough to be told apart from the last row of a classroom. */
const LARGEST = 57;

/** A code of black squares on white: how many a side, and where the black ones are. */
export interface Qr {
  readonly size: number;
  /** The path of an SVG whose unit is a square. */
  readonly path: string;
}

/** The code of a text; null where it would have too many squares to be read. */
export function qrOf(text: string): Qr | null {
  try {
    const { size, data } = encode(text, { ecc: 'L', border: 0 });
    if (size > LARGEST) return null;
    const squares = data.flatMap((row, y) =>
      row.flatMap((black, x) => (black ? [`M${x} ${y}h1v1h-1z`] : []))
    );
    return { size, path: squares.join('') };
  } catch {
    // Longer than any code.
    return null;
  }
}

/** Whether others can reach a host, or it is this machine's name for itself. */
export function reachOf(hostname: string): 'others' | 'here-only' {
  const isOwn = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
  return isOwn ? 'here-only' : 'others';
}
