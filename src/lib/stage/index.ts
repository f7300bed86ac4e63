/**
 * Draws one frame. A stage component is given traces and a time and shows that moment; it keeps nothing but what
 * is pointed at. Grids are HTML (native focus, input, paste), motion lies over them as SVG. All positions are in
 * cells (`layout.ts`), so the style sheet scales the whole picture.
 */
export { FINISHED_SCENES } from './kinds/finished';
export { loadKinds } from './kinds';
export type { SceneKinds } from './kinds';
export type { LiveValue, SceneKind, SceneNumbers } from './kinds/kind';
export { keepInSight } from './keep-in-sight';
export { Pointing } from './pointing.svelte';
export type { Target } from './pointing.svelte';
export { setStageWords } from './stage-words';
export { sameTarget } from './things';
export { default as LivingPicture } from './LivingPicture.svelte';
