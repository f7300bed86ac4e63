import type { ExactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import {
  loadPhoto,
  pictureNoteText,
  pictureProblemText,
  RemoteFilter,
  type PhotoId,
  type Picture,
  type Shading
} from '$lib/picture';
import { KERNEL_SIDE } from './kernels';

/** What a scene fetches while it is shown: the photograph, and maps of it. */
export class Pictures {
  readonly #photoId: () => PhotoId;
  photo = $state.raw<Picture | null>(null);
  /** Why the photograph, or a map, is not there. */
  problem = $state('');
  /** What the reader should know of the numbers. */
  caution = $state('');
  /** The last map that was made, and of which picture. */
  #made = $state.raw<{ readonly map: Picture; readonly picture: Picture } | null>(null);
  #asked: Picture | null = null;
  #filter: RemoteFilter | null = null;

  constructor(photoId: () => PhotoId) {
    this.#photoId = photoId;
  }

  async load(): Promise<void> {
    this.problem = '';
    const reading = await loadPhoto(this.#photoId());
    if (!reading.ok) {
      this.problem = pictureProblemText(reading.problem, getLocale());
      return;
    }
    this.photo = reading.picture;
    const altered = reading.notes.find(({ code }) => code === 'altered');
    this.caution = altered ? pictureNoteText(altered, getLocale()) : '';
  }

  /** Asks for the map of a picture; the last one stays until it has come. */
  ask(picture: Picture, kernel: ExactTensor, shading: Shading): void {
    this.#filter ??= new RemoteFilter(
      (map) => (this.#made = this.#asked && { map, picture: this.#asked }),
      () => {
        this.dispose();
        this.problem = m.photo_filter_broken();
      }
    );
    this.#asked = picture;
    this.#filter.ask(picture, kernel, shading);
  }

  /** The newest map of a picture; null while there is none. */
  mapOf(picture: Picture | null): Picture | null {
    return this.#made && this.#made.picture === picture ? this.#made.map : null;
  }

  dispose(): void {
    this.#filter?.dispose();
    this.#filter = null;
  }
}

/** Whether a picture has room for a window. */
export function isLargeEnough({ width, height }: Picture): boolean {
  return Math.min(width, height) >= KERNEL_SIDE;
}
