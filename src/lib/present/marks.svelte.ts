import { SvelteMap } from 'svelte/reactivity';
import type { Stroke } from './anchor';

export type MarkedPlaces = readonly (readonly [place: string, strokes: readonly Stroke[]])[];

/** What was drawn over the stage, by the place in the lesson that it belongs to. Kept as long as the tab. */
export class Marks {
  readonly #key: string;
  readonly #places = new SvelteMap<string, readonly Stroke[]>();

  /** @param slug the lesson's */
  constructor(slug: string) {
    this.#key = `stride-strokes-${slug}`;
  }

  at(place: string): readonly Stroke[] {
    return this.#places.get(place) ?? [];
  }

  get all(): MarkedPlaces {
    return [...this.#places];
  }

  put(place: string, strokes: readonly Stroke[]): void {
    if (strokes.length > 0) this.#places.set(place, strokes);
    else this.#places.delete(place);
    this.#keep();
  }

  putAll(places: MarkedPlaces): void {
    this.#places.clear();
    for (const [place, strokes] of places) this.#places.set(place, strokes);
    this.#keep();
  }

  /** Finds what was drawn before this tab was loaded anew. */
  recall(): void {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(this.#key) ?? '[]');
      if (Array.isArray(kept)) this.putAll(kept as MarkedPlaces);
    } catch {
      // Nothing was kept, or nothing that can be read.
    }
  }

  #keep(): void {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(this.all));
    } catch {
      // It stays as long as the page.
    }
  }
}
