import { sceneKind } from '../shared/kind';
import ShapeBar from '../shared/window/ShapeBar.svelte';
import { model } from './model';
import type { StridedRun } from './run';
import type { RawStridedSettings, StridedSettings } from './settings';
import Stage from './Stage.svelte';
import Tools from './Tools.svelte';
import { words } from './words';
import type { wrong } from './wrong';

/** One kernel that jumps over one input. */
export default sceneKind<RawStridedSettings, StridedSettings, StridedRun, keyof typeof wrong>({
  model,
  wrong: async () => (await import('./wrong')).wrong,
  words,
  stage: Stage,
  head: ShapeBar,
  tools: Tools,
  hasCode: false
});
