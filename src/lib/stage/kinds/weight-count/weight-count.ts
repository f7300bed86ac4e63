import { weightCountModel, type WeightCountRun, type WeightCountSettings } from '$lib/course';
import { weightCaption, weightHeading, weightSentence } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { sceneKind, type LiveValue } from '../kind';
import WeightHead from './WeightHead.svelte';
import WeightStage from './WeightStage.svelte';
import { setSide } from './set-side';
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
  values(settings, run) {
    const side = (key: keyof WeightCountSettings, name: string): LiveValue<WeightCountSettings> => ({
      text: `${settings[key]}`,
      name,
      set: (text, numbers) => setSide(numbers, key, text, name)
    });
    const shown = (value: number) => ({ text: value.toLocaleString(getLocale()) });
    return {
      side: side('side', m.image_side()),
      kernel: side('kernel', m.kernel_side()),
      inputs: shown(run.inputs),
      outputs: shown(run.outputs),
      'dense-weights': shown(run.denseWeights(run.outputs)),
      'filter-weights': shown(run.filterWeights)
    };
  },
  wrong: {
    'weights-per-position': m.wrong_weights_per_position,
    'one-weight-per-output': m.wrong_one_weight_per_output
  },
  otherwise: m.weights_wrong,
  watch: m.weights_watch
});
