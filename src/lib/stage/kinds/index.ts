import type { SceneKindName } from '$lib/course';
import type { SceneKind } from './kind';
import { slidingWindow } from './sliding-window';
import { twoConventions } from './two-conventions';

/** The one table of kinds. A new kind is a module here and its name in the lesson schema; nothing else switches. */
export const SCENE_KINDS: Record<SceneKindName, SceneKind> = {
  'sliding-window': slidingWindow,
  'two-conventions': twoConventions
};
