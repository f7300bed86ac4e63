import { getStroke } from 'perfect-freehand';
import { SvelteMap } from 'svelte/reactivity';
import type { Stroke, StrokePoint } from './anchor';

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

const PEN = { size: 5, thinning: 0.45, smoothing: 0.6, streamline: 0.4 };

/** The outline of a stroke, from its points on the canvas, as the path of an SVG; empty where there is nothing to see. */
export function strokePath(points: readonly StrokePoint[]): string {
  const outline = getStroke(
    points.map(([x, y, pressure]) => [x, y, pressure]),
    // A mouse presses evenly: its lines take their width from how fast it goes.
    { ...PEN, simulatePressure: points.every(([, , pressure]) => pressure === 0.5) }
  );
  const corners = outline.map(([x = 0, y = 0]) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return corners.length > 0 ? `M${corners.join('L')}Z` : '';
}
