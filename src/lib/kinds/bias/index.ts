import Head from './Head.svelte';
import { sceneKind } from '../shared/kind';
import { model } from './model';
import Stage from './Stage.svelte';
import { words } from './words';

/** Filters with a bias each, over one input. */
export default sceneKind({
  model,
  wrong: async () => (await import('./wrong')).wrong,
  words,
  stage: Stage,
  head: Head,
  tools: null,
  hasCode: false
});
