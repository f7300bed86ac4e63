/** Nobody reads an address while stepping. */
const DELAY = 150;
/** Safari takes 100 changes in 30 seconds and throws at the next, others pass over more: this is 75. */
const SPACING = 400;
/** After so long, what has been spent of a browser's limit is there again. */
const LIMIT_WINDOW = 30_000;

/**
 * Writes the address of what is shown: a moment after the last change, never more often than browsers allow, and where
 * one refuses all the same, later. The last wish counts.
 */
export class AddressWriter {
  readonly #put: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = Number.NEGATIVE_INFINITY;

  /** @param put puts the address there that is the right one at that moment */
  constructor(put: () => void) {
    this.#put = put;
  }

  /** Something has changed that stands in the address. */
  changed(): void {
    this.#in(Math.max(DELAY, this.#last + SPACING - performance.now()));
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  #in(milliseconds: number): void {
    this.cancel();
    this.#timer = setTimeout(() => this.#write(), milliseconds);
  }

  #write(): void {
    this.#last = performance.now();
    try {
      this.#put();
    } catch (error) {
      // The limit has been reached, by whoever changed the address besides: an address that lags harms nobody.
      if (!(error instanceof DOMException)) throw error;
      this.#in(LIMIT_WINDOW);
    }
  }
}
