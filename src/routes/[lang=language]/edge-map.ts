import { matrix } from '$lib/engine';
import { loadPhoto, RemoteFilter, type Picture } from '$lib/picture';
import { EDGE_KERNEL } from './edge-kernel';

export { StillPicture } from '$lib/picture';

/**
 * How strongly each place of a picture answers to the edge filter, as grey: the sign, which says where it is lighter, is
 * left out. The lesson on convolution makes the same map.
 *
 * @throws {Error} when the script that computes it could not be loaded
 */
export function edgeMap(picture: Picture): Promise<Picture> {
  return new Promise<Picture>((resolve, reject) => {
    const filter = new RemoteFilter(
      (map) => {
        filter.dispose();
        resolve(map);
      },
      () => {
        filter.dispose();
        reject(new Error('there is nothing to compute a map with'));
      }
    );
    filter.ask(picture, matrix(EDGE_KERNEL), 'size');
  });
}

/**
 * The edges of the photograph of the home page.
 *
 * @throws {Error} when it could not be read, or the map not be made
 */
export async function photoEdges(): Promise<Picture> {
  const reading = await loadPhoto('chelsea');
  if (!reading.ok) throw new Error(`the photograph: ${reading.problem.code}`);
  return edgeMap(reading.picture);
}
