import { stepCaption, stepSentence } from '$lib/describe';
import { windowTrace } from '$lib/trace';
import type { SceneKind } from './kind';
import SlidingWindow from './SlidingWindow.svelte';

/** One kernel sliding over one input. */
export const slidingWindow: SceneKind = {
  hasCode: true,
  traces: (settings, grain) => [windowTrace(settings, grain)],
  stage: SlidingWindow,
  sentence: ([step], locale) => (step ? stepSentence(step, locale) : ''),
  caption: ([step], locale) => (step ? stepCaption(step, locale) : '')
};
