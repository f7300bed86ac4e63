import { weightCountModel, type WeightCountRun, type WeightCountSettings } from '$lib/course';
import { weightCaption, weightHeading, weightSentence } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { sceneKind } from '../kind';
import WeightHead from './WeightHead.svelte';
import WeightStage from './WeightStage.svelte';
import WeightTools from './WeightTools.svelte';

/** The weights of a dense layer and of a filter, counted for outputs of the same size. */
export const weightCount = sceneKind<WeightCountSettings, WeightCountSettings, WeightCountRun>({
  model: weightCountModel,
  stage: WeightStage,
  head: WeightHead,
  tools: WeightTools,
  hasCode: false,
  heading: weightHeading,
  sentence: weightSentence,
  caption: weightCaption,
  wrong: {
    'weights-per-position': m.wrong_weights_per_position,
    'one-weight-per-output': m.wrong_one_weight_per_output
  },
  otherwise: m.weights_wrong,
  watch: m.weights_watch
});
