import { biasModel, type BiasRun, type BiasSettings, type RawBiasSettings } from '$lib/course';
import { biasCaption, biasHeading, biasSentence } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { sceneKind } from '../kind';
import Bias from './Bias.svelte';
import BiasShapes from './BiasShapes.svelte';
import { biasThing, biasValues } from './bias-words';

const around = (run: BiasRun) => ({
  filters: run.biases.length,
  rectified: run.activated(0) !== null
});

/** Filters with a bias each, over one input. */
export const bias = sceneKind<RawBiasSettings, BiasSettings, BiasRun>({
  model: biasModel,
  stage: Bias,
  head: BiasShapes,
  tools: null,
  hasCode: false,
  heading: (run, step, locale) => biasHeading(run.trace.step(step), around(run), locale),
  sentence: (run, step, locale) => biasSentence(run.trace.step(step), around(run), locale),
  caption: (run, step, locale) => biasCaption(run.trace.step(step), around(run), locale),
  things: biasThing,
  values: biasValues,
  wrong: {
    'forgot-bias': m.wrong_forgot_bias,
    'bias-per-weight': m.wrong_bias_per_weight,
    'multiplied-bias': m.wrong_multiplied_bias,
    'other-bias': m.wrong_other_bias
  },
  otherwise: m.prediction_wrong,
  watch: m.prediction_watch
});
