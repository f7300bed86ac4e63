import { sceneKind } from '../shared/kind';
import Head from './Head.svelte';
import { model } from './model';
import Stage from './Stage.svelte';
import { words } from './words';

/** What one kernel makes of one input with several strides, side by side. */
export default sceneKind({
  model,
  wrong: async () => (await import('./wrong')).wrong,
  words,
  stage: Stage,
  head: Head,
  tools: null,
  hasCode: false
});
