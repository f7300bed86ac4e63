/** Lays a kernel on every place of a picture, away from the page: a million products are no work for its thread. */
import { matrix } from '$lib/engine';
import type { Picture } from '../picture';
import { filterMap } from './filter-map';
import type { Shading } from './shading';

/** What the page sends; the picture only when it is another one. */
export interface FilterMessage {
  /** Comes back with the map. */
  readonly turn: number;
  readonly picture: Picture | null;
  /** Exact weights, as they are written: '1/9'. */
  readonly kernel: readonly (readonly string[])[];
  readonly shading: Shading;
}

export interface MapMessage {
  readonly turn: number;
  readonly map: Picture;
}

let picture: Picture | null = null;

addEventListener('message', ({ data }: MessageEvent<FilterMessage>) => {
  picture = data.picture ?? picture;
  if (!picture) return;
  const map = filterMap(picture, matrix(data.kernel), data.shading);
  const message: MapMessage = { turn: data.turn, map };
  postMessage(message, { transfer: [map.data.buffer] });
});
