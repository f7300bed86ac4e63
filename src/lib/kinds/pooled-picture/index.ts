import { sceneKind } from '../shared/kind';
import PictureHead from '../shared/PictureHead.svelte';
import { model } from './model';
import Stage from './Stage.svelte';
import { words } from './words';

/** A photograph, sub-sampled: what is still recognised. */
export default sceneKind({
  model,
  wrong: async () => (await import('./wrong')).wrong,
  words,
  stage: Stage,
  head: PictureHead,
  tools: null,
  hasCode: false
});
