import Head from './Head.svelte';
import { sceneKind } from '../shared/kind';
import { model } from './model';
import Stage from './Stage.svelte';
import Tools from './Tools.svelte';
import { words } from './words';

/** The weights of a dense layer and of a filter, counted for outputs of the same size. */
export default sceneKind({
  model,
  wrong: async () => (await import('./wrong')).wrong,
  words,
  stage: Stage,
  head: Head,
  tools: Tools,
  hasCode: false
});
