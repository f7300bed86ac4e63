/**
 * A lesson in front of a class: one linear run on a scaled canvas, a window for the speaker, pen and laser, pages for
 * the printer. It drives the lesson through a player of its own and draws it with the stages of the kinds.
 */
export { readPresentAddress } from './address';
export { default as Audience } from './Audience.svelte';
export { Deck } from './deck.svelte';
export { default as Speaker } from './Speaker.svelte';

/** Fetches the pages for the printer. */
export const loadPrintPages = () => import('./PrintPages.svelte');
