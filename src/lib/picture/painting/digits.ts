/** Shades between nothing and full ink; more would not be seen in letters of this size. */
export const SHADES = 16;

/** A digit as the points that it covers, in no order that matters, each with its shade from 1 to `SHADES`. */
export interface Glyph {
  readonly columns: Uint8Array;
  readonly rows: Uint8Array;
  readonly shades: Uint8Array;
}

/** The ten digits in one size: all equally wide, so that numbers stand in columns in every font. */
export interface Digits {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
}

/** The ten digits drawn large, as coverage from 0 to 255, row by row. */
export interface DigitMaster {
  /** The size of the font. */
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly coverage: readonly Uint8ClampedArray[];
}

/** How much of each source point lies in each of `count` equal parts of a line. */
function shares(length: number, count: number): readonly (readonly [index: number, share: number])[][] {
  const part = length / count;
  return Array.from({ length: count }, (_, place) => {
    const [start, end] = [place * part, (place + 1) * part];
    const first = Math.floor(start);
    return Array.from({ length: Math.ceil(end) - first }, (_, offset) => {
      const index = first + offset;
      return [index, (Math.min(end, index + 1) - Math.max(start, index)) / part] as const;
    });
  });
}

/**
 * The digits of a size, from the large ones by averaging. Whole points wide and high, so that the top and the foot
 * of a digit are sharp. A zoom asks for a new size all the time: this costs a tenth of drawing text.
 */
export function digitsOf(master: DigitMaster, size: number): Digits {
  const factor = size / master.size;
  const width = Math.max(1, Math.round(master.width * factor));
  const height = Math.max(1, Math.round(master.height * factor));
  const across = shares(master.width, width);
  const down = shares(master.height, height);
  const glyphs = master.coverage.map((coverage) => {
    const covered: [column: number, row: number, shade: number][] = [];
    down.forEach((rows, row) =>
      across.forEach((columns, column) => {
        let mean = 0;
        for (const [y, down] of rows) {
          for (const [x, share] of columns) mean += (coverage[y * master.width + x] ?? 0) * share * down;
        }
        const shade = Math.round((mean / 255) * SHADES);
        if (shade > 0) covered.push([column, row, shade]);
      })
    );
    return {
      columns: Uint8Array.from(covered, ([column]) => column),
      rows: Uint8Array.from(covered, ([, row]) => row),
      shades: Uint8Array.from(covered, ([, , shade]) => shade)
    };
  });
  return { width, height, glyphs };
}
