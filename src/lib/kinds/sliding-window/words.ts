import { stepCaption, stepHeading, stepSentence } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { windowThing } from '$lib/stage';
import type { WindowSettings } from '$lib/trace';
import type { KindWords } from '../shared/kind';
import type { WindowRun } from '../shared/window/run';
import { windowValues } from '../shared/window/values';
import { WINDOW_MISTAKES } from '../shared/window/words';
import type { wrong } from './wrong';

export const words: KindWords<WindowSettings, WindowRun, keyof typeof wrong> = {
  things: (name, { traces: [trace] }) => windowThing(name, trace.geometry.kernel.width),
  values: windowValues,
  heading: ({ traces: [trace] }, step, locale) => stepHeading(trace.step(step), locale),
  sentence: ({ traces: [trace] }, step, locale) => stepSentence(trace.step(step), locale),
  caption: ({ traces: [trace] }, step, locale) => stepCaption(trace.step(step), locale),
  wrong: {
    ...WINDOW_MISTAKES,
    'ring-forgotten': m.wrong_ring_forgotten,
    'edge-repeated': m.wrong_edge_repeated
  },
  otherwise: m.prediction_wrong,
  watch: m.prediction_watch
};
