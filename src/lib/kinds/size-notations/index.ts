import { sceneKind } from '../shared/kind';
import Head from './Head.svelte';
import { model } from './model';
import Stage from './Stage.svelte';
import { words } from './words';

/** The rule for one side of an output as four texts write it, with one and the same numbers. */
export default sceneKind({
  model,
  wrong: async () => (await import('./wrong')).wrong,
  words,
  stage: Stage,
  head: Head,
  tools: null,
  hasCode: false
});
