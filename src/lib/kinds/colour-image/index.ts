import Head from './Head.svelte';
import { sceneKind } from '../shared/kind';
import { model } from './model';
import Stage from './Stage.svelte';
import { words } from './words';

/** A colour image of a few pixels, and the three planes of numbers that it is. */
export default sceneKind({
  model,
  wrong: async () => (await import('./wrong')).wrong,
  words,
  stage: Stage,
  head: Head,
  tools: null,
  hasCode: false
});
