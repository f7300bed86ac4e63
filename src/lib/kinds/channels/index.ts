import { sceneKind } from '../shared/kind';
import Head from './Head.svelte';
import { model } from './model';
import Stage from './Stage.svelte';
import Tools from './Tools.svelte';
import { words } from './words';
import { wrong } from './wrong';

/** One filter with a bias over several channels. */
export default sceneKind({
  model,
  wrong,
  words,
  stage: Stage,
  head: Head,
  tools: Tools,
  hasCode: false
});
