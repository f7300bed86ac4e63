import { sceneKind } from '../shared/kind';
import Head from './Head.svelte';
import { model } from './model';
import Stage from './Stage.svelte';
import { words } from './words';
import { wrong } from './wrong';

/** Zeros, a mirror image or the edge itself around one input, side by side. */
export default sceneKind({ model, wrong, words, stage: Stage, head: Head, tools: null, hasCode: false });
