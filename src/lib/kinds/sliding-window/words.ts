import { stepCaption, stepHeading, stepSentence } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { KindWords } from '../shared/kind';
import type { WindowRun } from '../shared/window/model';
import { WINDOW_MISTAKES } from '../shared/window/words';
import type { wrong } from './wrong';

export const words: KindWords<WindowRun, keyof typeof wrong> = {
  heading: ({ traces: [trace] }, step, locale) => stepHeading(trace.step(step), locale),
  sentence: ({ traces: [trace] }, step, locale) => stepSentence(trace.step(step), locale),
  caption: ({ traces: [trace] }, step, locale) => stepCaption(trace.step(step), locale),
  wrong: WINDOW_MISTAKES,
  otherwise: m.prediction_wrong,
  watch: m.prediction_watch
};
