import { slidingWindowModel, type RawSettings, type WindowRun } from '$lib/course';
import { stepCaption, stepHeading, stepSentence } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { WindowSettings } from '$lib/trace';
import { sceneKind } from '../kind';
import EditBar from './EditBar.svelte';
import ShapeBar from './ShapeBar.svelte';
import SlidingWindow from './SlidingWindow.svelte';
import { windowThing } from '../../things';
import { windowValues } from './window-values';
import { WINDOW_MISTAKES } from './wrong-words';

/** One kernel sliding over one input. */
export const slidingWindow = sceneKind<RawSettings, WindowSettings, WindowRun>({
  model: slidingWindowModel,
  stage: SlidingWindow,
  head: ShapeBar,
  tools: EditBar,
  hasCode: true,
  heading: ({ traces: [trace] }, step, locale) => stepHeading(trace.step(step), locale),
  sentence: ({ traces: [trace] }, step, locale) => stepSentence(trace.step(step), locale),
  caption: ({ traces: [trace] }, step, locale) => stepCaption(trace.step(step), locale),
  things: (name, { traces: [trace] }) => windowThing(name, trace.geometry.kernel.width),
  values: windowValues,
  wrong: WINDOW_MISTAKES,
  otherwise: m.prediction_wrong,
  watch: m.prediction_watch
});
