/** As many values as a pixel can have. */
const LIGHTNESSES = 256;

/**
 * A picture that grows lighter from pixel to pixel, for scenes in which it does not matter what the picture shows.
 *
 * @param first the lightness of the first pixel, at most 255
 * @param step how much lighter each pixel is than the one before; after white it begins anew with black
 */
export function shadedPicture(rows: number, columns: number, first = 0, step = 1): number[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => (first + step * (row * columns + column)) % LIGHTNESSES)
  );
}
