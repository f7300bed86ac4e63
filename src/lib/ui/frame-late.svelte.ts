import { untrack } from 'svelte';
import { afterFrame } from './after-frame';

/**
 * Whether something holds, told a frame late when it begins to: what comes with it is laid out in a frame of its own, and
 * what somebody has just asked for need not wait for that. What holds from the start is told at once.
 */
export class FrameLate {
  readonly #holds: () => boolean;
  #drawn = $state(false);

  constructor(holds: () => boolean) {
    this.#holds = holds;
    this.#drawn = untrack(holds);
    $effect(() => {
      if (!this.#holding) return;
      const forget = afterFrame(() => (this.#drawn = true));
      return () => {
        forget();
        this.#drawn = false;
      };
    });
  }

  readonly #holding = $derived.by(() => this.#holds());
  readonly current = $derived.by(() => this.#holding && this.#drawn);
}
