import { twoConventionsModel, type RawSettings, type WindowRun } from '$lib/course';
import { comparisonCaption, comparisonSentence, stepHeading } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Step, WindowSettings } from '$lib/trace';
import { sceneKind } from '../kind';
import EditBar from './EditBar.svelte';
import ShapeBar from './ShapeBar.svelte';
import TwoConventions from './TwoConventions.svelte';
import { windowThing } from '../../things';
import { windowValues } from './window-values';
import { WINDOW_MISTAKES } from './wrong-words';

function stepsOf({ traces: [first, second] }: WindowRun, step: number): [Step, Step] {
  return [first.step(step), (second ?? first).step(step)];
}

/** Cross-correlation and convolution side by side, at the same places. */
export const twoConventions = sceneKind<RawSettings, WindowSettings, WindowRun>({
  model: twoConventionsModel,
  stage: TwoConventions,
  head: ShapeBar,
  tools: EditBar,
  hasCode: false,
  heading: ({ traces: [trace] }, step, locale) => stepHeading(trace.step(step), locale),
  sentence: (run, step, locale) => comparisonSentence(...stepsOf(run, step), locale),
  caption: (run, step, locale) => comparisonCaption(...stepsOf(run, step), locale),
  things: (name, { traces: [trace] }) => windowThing(name, trace.geometry.kernel.width),
  values: windowValues,
  wrong: WINDOW_MISTAKES,
  otherwise: m.prediction_wrong,
  watch: m.prediction_watch
});
