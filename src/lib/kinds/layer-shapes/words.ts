import { countText, piecesText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import type { KindWords, LiveValue } from '../shared/kind';
import { momentPieces, momentTitle } from './equations';
import { NUMBER_NAMES, setLayerNumber } from './layer-editor';
import { MOMENTS, type LayerRun, type Moment } from './run';
import { LAYER_NUMBERS, type LayerNumber, type LayerSettings } from './settings';
import type { wrong } from './wrong';

/** The line over the caption of a step. */
function heading(_: LayerRun, step: number, locale: Locale): string {
  const moment = MOMENTS[step - 1];
  if (!moment) return m.caption_title_start({}, { locale });
  return m.layer_heading({ step, title: momentTitle(moment, locale) }, { locale });
}

/** The caption of a step. */
function caption(run: LayerRun, step: number, locale: Locale): string {
  const moment = MOMENTS[step - 1];
  if (!moment) return m.layer_start({}, { locale });
  const { settings, outputHeight: rows, outputWidth: columns } = run;
  const equation = piecesText(momentPieces(run, moment));
  const captions: Record<Moment, () => string> = {
    weights: () => m.layer_caption_weights({ channels: settings.channels, equation }, { locale }),
    bias: () => m.layer_caption_bias({ equation }, { locale }),
    map: () => m.layer_caption_map({ rows, columns }, { locale }),
    parameters: () => m.layer_caption_parameters({ filters: settings.filters, equation }, { locale }),
    maps: () => m.layer_caption_maps({ filters: settings.filters, rows, columns }, { locale }),
    'multiply-adds': () => m.layer_caption_multiply_adds({ taps: countText(run.taps), equation }, { locale })
  };
  return captions[moment]();
}

/** What the live region says of a step. */
function sentence(run: LayerRun, step: number, locale: Locale): string {
  if (step === 0) return m.layer_live_start({}, { locale });
  return m.live_sentence({ step, caption: caption(run, step, locale) }, { locale });
}

/** The numbers that prose may show; those that are chosen can be changed there. */
function values(settings: LayerSettings, run: LayerRun): Readonly<Record<string, LiveValue<LayerSettings>>> {
  const chosen = LAYER_NUMBERS.map((key): [LayerNumber, LiveValue<LayerSettings>] => [
    key,
    {
      text: `${settings[key]}`,
      name: NUMBER_NAMES[key](),
      set: (text, numbers) => setLayerNumber(numbers, key, text)
    }
  ]);
  const shown = (value: number) => ({ text: countText(value) });
  return {
    ...Object.fromEntries(chosen),
    taps: shown(run.taps),
    weights: shown(settings.filters * run.taps),
    biases: shown(settings.filters),
    parameters: shown(run.all.parameters),
    'map-height': shown(run.outputHeight),
    'map-width': shown(run.outputWidth),
    maps: shown(settings.filters),
    'multiply-adds': shown(run.all.multiplyAdds)
  };
}

export const words: KindWords<LayerSettings, LayerRun, keyof typeof wrong> = {
  values,
  heading,
  sentence,
  caption,
  wrong: {
    'forgot-biases': m.wrong_forgot_biases,
    'one-bias': m.wrong_one_bias,
    'bias-per-channel': m.wrong_layer_bias_per_channel,
    'bias-per-cell': m.wrong_layer_bias_per_cell,
    'flat-filter': m.wrong_flat_filter,
    'grows-with-filters': m.wrong_grows_with_filters,
    'as-the-input': m.wrong_as_the_input
  },
  otherwise: m.layer_wrong,
  watch: m.layer_watch
};
