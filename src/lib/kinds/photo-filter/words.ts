import { stepNumber } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import type { KindWords } from '../shared/kind';
import type { KernelName } from './kernels';
import { stopAt, type PhotoFilterRun, type PhotoFilterSettings } from './settings';
import type { wrong } from './wrong';

/** What a kernel is called on a button, and in a sentence. */
export const KERNEL_WORDS: Readonly<
  Record<KernelName | 'mine', { readonly short: Named; readonly said: Named }>
> = {
  identity: { short: m.photo_filter_identity, said: m.photo_filter_said_identity },
  'box-blur': { short: m.photo_filter_blur, said: m.photo_filter_said_blur },
  sharpen: { short: m.photo_filter_sharpen, said: m.photo_filter_said_sharpen },
  'upright-edges': { short: m.photo_filter_edges, said: m.photo_filter_said_edges },
  mine: { short: m.photo_filter_mine, said: m.photo_filter_said_mine }
};

type Named = (inputs: object, options: { locale: Locale }) => string;

function caption({ settings }: PhotoFilterRun, step: number, locale: Locale): string {
  const { kernel, filtered } = stopAt(settings, step);
  const words = settings.kernel ? m.photo_filter_said_changed : KERNEL_WORDS[kernel].said;
  const said = words({}, { locale });
  return filtered
    ? m.photo_filter_caption({ kernel: said }, { locale })
    : m.photo_filter_caption_before({ kernel: said }, { locale });
}

export const words: KindWords<PhotoFilterSettings, PhotoFilterRun, keyof typeof wrong> = {
  heading: (_, step, locale) => stepNumber(step, locale),
  sentence: (run, step, locale) => `${stepNumber(step, locale)}. ${caption(run, step, locale)}`,
  caption,
  wrong: {
    'ignored-weights': m.wrong_ignored_weights,
    'brightness-kept': m.wrong_brightness_kept,
    'signs-ignored': m.wrong_signs_ignored,
    'negatives-dropped': m.wrong_negatives_dropped
  },
  otherwise: m.prediction_wrong,
  watch: m.prediction_watch
};
