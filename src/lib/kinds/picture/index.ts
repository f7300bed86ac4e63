import { sceneKind } from '../shared/kind';
import PictureHead from '../shared/PictureHead.svelte';
import { model } from './model';
import Stage from './Stage.svelte';
import { words } from './words';

/** A photograph or the learner's own picture, from the whole of it down to its numbers. */
export default sceneKind({
  model,
  wrong: async () => (await import('./wrong')).wrong,
  words,
  stage: Stage,
  head: PictureHead,
  tools: null,
  hasCode: false
});
