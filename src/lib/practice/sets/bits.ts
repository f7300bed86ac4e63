/** Whole numbers of few bits, one after the other. */
export class BitWriter {
  readonly #bits: number[] = [];

  /** @param width how many bits; the value must fit */
  write(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) this.#bits.push(Math.floor(value / 2 ** bit) % 2);
  }

  /** The bits as bytes, the last one filled up with zeros. */
  bytes(): number[] {
    return Array.from({ length: Math.ceil(this.#bits.length / 8) }, (_, index) =>
      Array.from({ length: 8 }, (_, bit) => this.#bits[index * 8 + bit] ?? 0).reduce(
        (sum, bit) => sum * 2 + bit
      )
    );
  }
}

/** Reads what a `BitWriter` wrote. */
export class BitReader {
  readonly #bytes: readonly number[];
  #place = 0;

  constructor(bytes: readonly number[]) {
    this.#bytes = bytes;
  }

  /** @throws {RangeError} when there are no more bits */
  read(width: number): number {
    let value = 0;
    for (let count = 0; count < width; count++, this.#place++) {
      const byte = this.#bytes[this.#place >>> 3];
      if (byte === undefined) throw new RangeError('the bits have come to their end');
      value = value * 2 + ((byte >>> (7 - (this.#place & 7))) & 1);
    }
    return value;
  }

  /** Whether nothing is left but what fills the last byte up. */
  get isAtEnd(): boolean {
    const left = this.#bytes.length * 8 - this.#place;
    return left < 8 && (left === 0 || ((this.#bytes.at(-1) ?? 0) & ((1 << left) - 1)) === 0);
  }
}
