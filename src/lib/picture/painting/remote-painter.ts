import type { Picture } from '../picture';
import { drawDigitMaster } from './digit-master';
import type { Painting } from './painter';
import type { PaintingMessage } from './painting.worker';

/** Has a canvas of the page drawn by a worker. */
export class RemotePainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #worker: Worker;
  #shown: Picture['data'] | null = null;

  /** @param onbroken is called when the script that draws could not be loaded, or whenever it throws */
  constructor(canvas: HTMLCanvasElement, onbroken: () => void) {
    this.#canvas = canvas;
    this.#worker = new Worker(new URL('./painting.worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('error', onbroken);
    const offscreen = canvas.transferControlToOffscreen();
    this.#send({ canvas: offscreen }, [offscreen]);
    this.#sendDigits();
    // Digits that were drawn before the page's font had arrived are drawn anew with it.
    document.fonts.addEventListener('loadingdone', this.#sendDigits);
  }

  show(picture: Picture, painting: Painting): void {
    const plain = withoutProxies(painting);
    // The numbers of a picture are many, and change seldom.
    if (picture.data === this.#shown) this.#send({ painting: plain });
    else {
      const { width, height, data } = picture;
      this.#send({ picture: { width, height, data }, painting: plain });
    }
    this.#shown = picture.data;
  }

  dispose(): void {
    document.fonts.removeEventListener('loadingdone', this.#sendDigits);
    this.#worker.terminate();
  }

  readonly #sendDigits = () => {
    this.#send({ digits: drawDigitMaster(getComputedStyle(this.#canvas).fontFamily) });
  };

  #send(message: PaintingMessage, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }
}

/** What a page keeps in state may be proxies of objects, and these cannot be sent to a worker. */
function withoutProxies({ view, box, density, marked }: Painting): Painting {
  const { fading, ...still } = view;
  return {
    view: fading ? { ...still, fading: { ...fading } } : still,
    box: { ...box },
    density,
    marked: marked && { ...marked }
  };
}
