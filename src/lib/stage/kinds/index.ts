import type { SceneKindName } from '$lib/course';
import type { SceneKind } from './kind';
import { slidingWindow } from './window/sliding-window';
import { twoConventions } from './window/two-conventions';

/**
 * The one table of kinds. A new kind is a model in the course, a module here, and its name in both tables; nothing
 * else switches. Windows are what most lessons are made of and come with the page; other kinds come when a lesson
 * that has them is opened.
 */
const SCENE_KINDS: Record<SceneKindName, SceneKind | (() => Promise<SceneKind>)> = {
  'sliding-window': slidingWindow,
  'two-conventions': twoConventions,
  picture: async () => (await import('./picture/picture')).picture,
  'colour-image': async () => (await import('./colour-image/colour-image')).colourImage,
  bias: async () => (await import('./bias/bias')).bias,
  flatten: async () => (await import('./flatten/flatten')).flatten,
  'weight-count': async () => (await import('./weight-count/weight-count')).weightCount,
  'moving-pattern': async () => (await import('./moving-pattern/moving-pattern')).movingPattern
};

/** The kinds that a lesson's scenes are of. */
export type SceneKinds = Readonly<Partial<Record<SceneKindName, SceneKind>>>;

/** Fetches the kinds that a lesson needs. */
export async function loadKinds(names: readonly SceneKindName[]): Promise<SceneKinds> {
  const loaded = await Promise.all(
    [...new Set(names)].map(async (name) => {
      const kind = SCENE_KINDS[name];
      return [name, typeof kind === 'function' ? await kind() : kind] as const;
    })
  );
  return Object.fromEntries(loaded);
}
