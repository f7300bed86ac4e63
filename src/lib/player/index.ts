/**
 * Owns the step. The transport bar and the keys that drive it, the address that
 * remembers it, the learner's own numbers and predictions. One player a lesson page, made by the page.
 */
export { AddressWriter } from './address-writer';
export { default as PrintedLesson } from './PrintedLesson.svelte';
export { default as LessonPlayer } from './LessonPlayer.svelte';
export { default as LivingExample } from './LivingExample.svelte';
export { default as WithoutScript } from './WithoutScript.svelte';
export { keepProgress } from './keep-progress.svelte';
export { actionOf, type KeyList, type KeyPress, type PressedKey } from './keys';
export { default as LiveHtml } from './LiveHtml.svelte';
export { default as Notice } from './Notice.svelte';
export { openQuestionKept } from './open-question';
export { Player, type Moment } from './player.svelte';
export { spokenText } from './spoken-text';
