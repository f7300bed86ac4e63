import Head from './Head.svelte';
import { sceneKind } from '../shared/kind';
import { model } from './model';
import Stage from './Stage.svelte';
import Tools from './Tools.svelte';
import { words } from './words';

/** A convolutional layer known by its shapes: what it makes, what it learns, what it takes. */
export default sceneKind({
  model,
  wrong: async () => (await import('./wrong')).wrong,
  words,
  stage: Stage,
  head: Head,
  tools: Tools,
  hasCode: false
});
