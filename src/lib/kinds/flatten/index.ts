import Head from './Head.svelte';
import { sceneKind } from '../shared/kind';
import { model } from './model';
import Stage from './Stage.svelte';
import Tools from './Tools.svelte';
import { words } from './words';

/** An image that is unrolled into one row, pixel by pixel or row by row. */
export default sceneKind({
  model,
  wrong: async () => (await import('./wrong')).wrong,
  words,
  stage: Stage,
  head: Head,
  tools: Tools,
  // The pixels of a unit are shuffled, not resized.
  hasTools: ({ unit }) => unit === null,
  hasCode: false
});
