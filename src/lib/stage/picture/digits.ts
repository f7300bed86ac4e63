/**
 * The ten digits of one size, as coverage from 0 to 255. All are equally wide, so that numbers stand in columns
 * also in a font whose digits differ.
 */
export interface Digits {
  readonly width: number;
  readonly height: number;
  readonly coverage: readonly Uint8Array[];
}

/** Taller digits make no number easier to read. */
const TALLEST = 64;

/**
 * Draws the digits of a size once and keeps them. Numbers are then put together from ten small masks by plain
 * arithmetic: several times as fast as drawing hundreds of labels through the canvas, and a new size, which a
 * zoom asks for all the time, costs ten glyphs and not 256 labels.
 */
export class DigitSizes {
  readonly #family: string;
  readonly #sizes = new Map<number, Digits>();
  readonly #context: CanvasRenderingContext2D | null;

  constructor(family: string) {
    this.#family = family;
    // Read back at once, so it need not leave the memory of the processor.
    this.#context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  }

  /** @param size of the font, in pixels of the screen */
  of(size: number): Digits {
    const whole = Math.max(1, Math.min(Math.floor(size), TALLEST));
    const known = this.#sizes.get(whole);
    if (known) return known;
    const drawn = this.#draw(whole);
    this.#sizes.set(whole, drawn);
    return drawn;
  }

  #draw(size: number): Digits {
    const context = this.#context;
    if (!context) return { width: 0, height: 0, coverage: [] };
    const font = `600 ${size}px ${this.#family}`;
    context.font = font;
    const measures = Array.from({ length: 10 }, (_, digit) => context.measureText(`${digit}`));
    const width = Math.ceil(Math.max(...measures.map((measure) => measure.width)));
    const ascent = Math.ceil(Math.max(...measures.map((measure) => measure.actualBoundingBoxAscent)));
    const height = ascent + 1;
    const { canvas } = context;
    canvas.width = width * 10;
    canvas.height = height;
    context.font = font;
    context.textAlign = 'center';
    for (let digit = 0; digit < 10; digit++) {
      context.fillText(`${digit}`, (digit + 0.5) * width, ascent);
    }
    const { data } = context.getImageData(0, 0, width * 10, height);
    const coverage = Array.from({ length: 10 }, (_, digit) =>
      Uint8Array.from({ length: width * height }, (_, index) => {
        const row = Math.floor(index / width);
        return data[((row * 10 + digit) * width + (index % width)) * 4 + 3] ?? 0;
      })
    );
    return { width, height, coverage };
  }
}
