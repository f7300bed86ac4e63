import { comparisonCaption, comparisonSentence } from '$lib/describe';
import { windowTrace } from '$lib/trace';
import type { SceneKind } from './kind';
import TwoConventions from './TwoConventions.svelte';

/** Cross-correlation and convolution side by side, at the same places. */
export const twoConventions: SceneKind = {
  hasCode: false,
  traces: (settings, grain) => [windowTrace(settings, grain), windowTrace(settings, grain, 'convolve2d')],
  stage: TwoConventions,
  sentence: ([first, second], locale) => (first && second ? comparisonSentence(first, second, locale) : ''),
  caption: ([first, second], locale) => (first && second ? comparisonCaption(first, second, locale) : '')
};
