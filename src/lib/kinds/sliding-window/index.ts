import ShapeBar from '../shared/window/ShapeBar.svelte';
import EditBar from '../shared/window/EditBar.svelte';
import { sceneKind } from '../shared/kind';
import { model } from './model';
import Stage from './Stage.svelte';
import { words } from './words';

/** One kernel sliding over one input. */
export default sceneKind({
  model,
  wrong: async () => (await import('./wrong')).wrong,
  words,
  stage: Stage,
  head: ShapeBar,
  tools: EditBar,
  hasCode: true
});
