/** The points of a canvas, in memory as bytes of red, green, blue and opacity. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly points: Uint32Array;
}
