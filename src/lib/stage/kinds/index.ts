import type { SceneKindName } from '$lib/course';
import type { SceneKind } from './kind';

/**
 * The one table of kinds. A new kind is a model in the course, a module here, and its name in both tables; nothing
 * else switches. A lesson fetches the kinds that it has and no others.
 */
const SCENE_KINDS: Record<SceneKindName, () => Promise<SceneKind>> = {
  'sliding-window': async () => (await import('./window/sliding-window')).slidingWindow,
  'two-conventions': async () => (await import('./window/two-conventions')).twoConventions,
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
      return [name, await SCENE_KINDS[name]()] as const;
    })
  );
  return Object.fromEntries(loaded);
}
