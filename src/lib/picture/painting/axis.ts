/** A half-open stretch of points on one axis. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where the rows or columns of a panel lie on the canvas: whole points, so that squares are crisp. */
export class Axis {
  readonly first: number;
  readonly end: number;
  readonly clip: Stretch;
  readonly #origin: number;
  readonly #scale: number;

  constructor(start: number, length: number, centre: number, count: number, scale: number, limit: number) {
    this.#origin = start + length / 2 - centre * scale;
    this.#scale = scale;
    this.clip = {
      start: Math.max(0, Math.round(start)),
      end: Math.min(limit, Math.round(start + length))
    };
    this.first = Math.max(0, Math.floor((this.clip.start - this.#origin) / scale));
    this.end = Math.min(count, Math.ceil((this.clip.end - this.#origin) / scale));
  }

  /** Where a row or column begins, and so where the one before ends; it may lie outside the panel. */
  edge(index: number): number {
    return Math.round(this.#origin + index * this.#scale);
  }

  clipped(place: number): number {
    return Math.min(Math.max(place, this.clip.start), this.clip.end);
  }
}
