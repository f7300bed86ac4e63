import { sceneKind } from '../shared/kind';
import PictureHead from '../shared/PictureHead.svelte';
import { model } from './model';
import Stage from './Stage.svelte';
import { words } from './words';

/** A photograph under a kernel, and the map beside it: any pixel opens to the nine numbers that it was made of. */
export default sceneKind({
  model,
  wrong: async () => (await import('./wrong')).wrong,
  words,
  stage: Stage,
  head: PictureHead,
  tools: null,
  hasCode: true
});
