import type { SceneRun } from '$lib/kinds/models';
import { Clock } from '$lib/stage';
import type { Grain } from '$lib/trace';

/** Milliseconds: the motion of a step forward, of a step back, and the rest between two steps that are played. */
const FORWARD: Record<Grain, number> = { cell: 1200, product: 600 };
const BACKWARD = 400;
const REST: Record<Grain, number> = { cell: 650, product: 260 };

/** The steps between two finished cells, gone through one by one or played. */
export class Playback {
  readonly clock: Clock;
  readonly #grain: Grain;
  /** The step at which it begins, and the one at which it ends. */
  readonly #first: number;
  readonly #last: number;
  #onrest: () => void;
  #rest: ReturnType<typeof setTimeout> | undefined;

  step = $state(0);
  playing = $state(false);

  /**
   * @param cells the first and the last cell to be seen, counted from 1; null for all
   * @param onrest called when a step has been gone to, but not while it plays
   */
  constructor(run: SceneRun, grain: Grain, cells: readonly [number, number] | null, onrest: () => void) {
    this.#grain = grain;
    this.#first = cells ? run.stepAfter(cells[0] - 1) : 0;
    this.#last = cells ? run.stepAfter(cells[1]) : run.length;
    this.step = this.#first;
    this.clock = new Clock(this.#first);
    this.#onrest = onrest;
  }

  /** How many steps have been taken, and how many there are. */
  get position(): { readonly step: number; readonly length: number } {
    return { step: this.step - this.#first, length: this.#last - this.#first };
  }

  get atStart(): boolean {
    return this.step <= this.#first;
  }

  get atEnd(): boolean {
    return this.step >= this.#last;
  }

  next(): void {
    this.#stop();
    this.#forward();
    this.#onrest();
  }

  back(): void {
    this.#stop();
    if (this.atStart) return;
    this.step -= 1;
    this.clock.glide(this.step, BACKWARD);
    this.#onrest();
  }

  /** Plays on from here, or from the beginning when it is over; or pauses. */
  toggle(): void {
    if (this.playing) {
      this.#stop();
      this.#onrest();
      return;
    }
    if (this.atEnd) {
      this.step = this.#first;
      this.clock.jump(this.#first);
    }
    this.playing = true;
    this.#forward();
  }

  #forward(): void {
    if (this.atEnd) return;
    this.step += 1;
    this.clock.glide(this.step, FORWARD[this.#grain], () => this.#arrived());
  }

  #arrived(): void {
    if (!this.playing) return;
    if (this.atEnd) {
      this.#stop();
      this.#onrest();
      return;
    }
    this.#rest = setTimeout(() => this.#forward(), REST[this.#grain]);
  }

  #stop(): void {
    clearTimeout(this.#rest);
    this.playing = false;
  }

  /** Stops everything that runs by itself. */
  dispose(): void {
    this.#stop();
    this.clock.stop();
  }
}
