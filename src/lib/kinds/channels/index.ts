import { sceneKind } from '../shared/kind';
import Head from './Head.svelte';
import { model } from './model';
import Stage from './Stage.svelte';
import Tools from './Tools.svelte';
import { words } from './words';

/** One filter with a bias over several channels. */
export default sceneKind({
  model,
  wrong: async () => (await import('./wrong')).wrong,
  words,
  stage: Stage,
  head: Head,
  tools: Tools,
  hasCode: false
});
