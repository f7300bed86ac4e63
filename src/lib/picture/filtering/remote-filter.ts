import { rowsOf, type ExactTensor } from '$lib/engine';
import type { Picture } from '../picture';
import type { FilterMessage, MapMessage } from './filtering.worker';
import type { Shading } from './shading';

/** Has maps of pictures made by a worker. Of several that were asked for, only the last one comes. */
export class RemoteFilter {
  readonly #worker = new Worker(new URL('./filtering.worker.ts', import.meta.url), { type: 'module' });
  #known: Picture['data'] | null = null;
  #turn = 0;

  /** @param onbroken is called when the script that computes could not be loaded, or whenever it throws */
  constructor(onmap: (map: Picture) => void, onbroken: () => void) {
    this.#worker.addEventListener('error', onbroken);
    this.#worker.addEventListener('message', ({ data }: MessageEvent<MapMessage>) => {
      if (data.turn === this.#turn) onmap(data.map);
    });
  }

  /**
   * Asks for the map of a kernel, as `filterMap` makes it.
   *
   * @param kernel [1, 1, FH, FW], no larger than the picture
   */
  ask(picture: Picture, kernel: ExactTensor, shading: Shading): void {
    const { width, height, data } = picture;
    const message: FilterMessage = {
      turn: ++this.#turn,
      // Its numbers are many, and change seldom.
      picture: data === this.#known ? null : { width, height, data },
      kernel: rowsOf(kernel).map((row) => row.map((weight) => weight.toFraction())),
      shading
    };
    this.#known = data;
    this.#worker.postMessage(message);
  }

  dispose(): void {
    this.#worker.terminate();
  }
}
