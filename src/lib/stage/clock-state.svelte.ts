/**
 * Where a clock stands. Each of the three changes only when it becomes another one: what hangs on the step alone is not
 * asked anew in every frame.
 */
export interface ClockState {
  /** In steps: whole at a settled step, fractional on the way to the next one. */
  readonly time: number;
  /** The step that is shown: the settled one, or the one on its way in. */
  readonly index: number;
  /** Whether nothing is on its way. */
  readonly settled: boolean;
}

/** The last step that is over: words come when the picture has, and tell no result that is still on its way. */
export const toldStep = ({ index, settled }: ClockState): number => (settled ? index : index - 1);

/** A part of a time as a time of its own: 0 before it begins, and its last step when it is over. */
export class TimePart implements ClockState {
  readonly #whole: ClockState;
  readonly #length: () => number;
  readonly #start: () => number;

  /**
   * @param length of the part, in steps: what was just replaced may be shorter than the time
   * @param start the step of the whole at which the part stands at 0
   */
  constructor(whole: ClockState, length: () => number, start = () => 0) {
    this.#whole = whole;
    this.#length = length;
    this.#start = start;
  }

  #within(time: number): number {
    return Math.min(Math.max(0, time - this.#start()), this.#length());
  }

  readonly time = $derived.by(() => this.#within(this.#whole.time));
  readonly index = $derived.by(() => this.#within(this.#whole.index));
  readonly settled = $derived.by(() => {
    const reached = this.#whole.index - this.#start();
    return this.#whole.settled || reached <= 0 || reached > this.#length();
  });
}
