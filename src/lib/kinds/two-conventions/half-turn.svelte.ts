import { glide, type ClockState } from '$lib/stage';

/** How much of the first step the half turn takes: the window is laid down after it. */
const TURNING = 0.45;

/**
 * The half turn as a part of the first step: the kernel turns first, and only a kernel that has been turned meets a
 * window. Before the first step nothing is turned, after it everything. It stands for the time of the windows.
 */
export class HalfTurn implements ClockState {
  readonly #clock: ClockState;

  constructor(clock: ClockState) {
    this.#clock = clock;
  }

  /** Whether the first step is over. */
  readonly done = $derived.by(
    () => this.#clock.index > 1 || (this.#clock.index === 1 && this.#clock.settled)
  );
  /** Degrees that are still to be turned, at first all 180. */
  readonly toTurn = $derived.by(() =>
    this.done ? 0 : 180 * (1 - glide(0, 1, Math.min(1, this.#clock.time / TURNING)))
  );

  readonly time = $derived.by(() =>
    this.done ? this.#clock.time : Math.max(0, (this.#clock.time - TURNING) / (1 - TURNING))
  );
  readonly index = $derived.by(() => (this.done ? this.#clock.index : Math.ceil(this.time)));
  readonly settled = $derived.by(() => (this.done ? this.#clock.settled : this.time === 0));
}
