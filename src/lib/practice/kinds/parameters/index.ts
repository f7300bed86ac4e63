import { countText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { questionKind } from '../../question-kind';
import { layerCost, type LayerParameters } from '../shared/layer';
import { layerGivens, layerScene, layerSentence } from '../shared/layer-shown';
import { exercise } from './exercise';

export default questionKind<LayerParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_parameters_title,
  ask: (layer) => `${layerSentence(layer)} ${m.q_parameters_ask()}`,
  givens: layerGivens,
  hints: (layer) => [m.q_parameters_hint_1(), m.q_parameters_hint_2(layer), m.q_parameters_hint_3(layer)],
  wrong: {
    'forgot-biases': () => m.q_parameters_forgot_biases(),
    'one-bias': () => m.q_parameters_one_bias(),
    'bias-per-channel': (layer) => m.q_parameters_bias_per_channel(layer),
    'bias-per-cell': () => m.q_parameters_bias_per_cell(),
    'flat-filter': (layer) => m.q_parameters_flat_filter(layer)
  },
  why(layer) {
    const { parameters } = layerCost(layer);
    return m.q_parameters_why({ ...layer, total: countText(parameters) });
  },
  scene: (layer) => layerScene(layer, 'weights', 'parameters')
});
