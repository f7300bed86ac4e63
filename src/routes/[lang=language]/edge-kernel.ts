/** It answers where what is right of a pixel is lighter or darker than what is left of it: Sobel's, for upright edges. */
export const EDGE_KERNEL = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1]
] as const;
