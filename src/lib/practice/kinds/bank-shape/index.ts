import * as m from '$lib/paraglide/messages';
import { questionKind } from '../../question-kind';
import type { LayerParameters } from '../shared/layer';
import { layerGivens, layerScene, layerSentence, mapOfLayer } from '../shared/layer-shown';
import { exercise } from './exercise';

export default questionKind<LayerParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_bank_title,
  ask: (layer) => `${layerSentence(layer)} ${m.q_bank_ask()}`,
  givens: layerGivens,
  fields: () => [m.q_bank_channels(), m.q_bank_height(), m.q_bank_width()],
  hints: (layer) => [m.q_bank_hint_1(), m.q_bank_hint_2(layer), m.q_bank_hint_3(layer)],
  wrong: {
    'grows-with-filters': () => m.q_bank_grows_with_filters(),
    'not-summed': (layer) => m.q_bank_not_summed(layer),
    'channels-kept': (layer) => m.q_bank_channels_kept(layer),
    'one-map': () => m.q_bank_one_map(),
    'as-the-input': () => m.q_bank_as_the_input(),
    'forgot-first-place': () => m.q_bank_forgot_first_place(),
    'rounded-up': (layer) => m.q_bank_rounded_up(layer),
    'ignored-padding': (layer) => m.q_bank_ignored_padding(layer)
  },
  why: (layer) => m.q_bank_why({ ...layer, ...mapOfLayer(layer) }),
  scene: (layer, rule) => {
    if (rule === 'as-the-input' || rule === 'forgot-first-place' || rule === 'rounded-up') {
      return layerScene(layer, 'map');
    }
    return rule === 'ignored-padding'
      ? layerScene({ ...layer, padding: 0 }, 'map')
      : layerScene(layer, 'map', 'maps');
  }
});
