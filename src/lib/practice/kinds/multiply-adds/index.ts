import { countText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { questionKind } from '../../question-kind';
import { layerCost, type LayerParameters } from '../shared/layer';
import { layerGivens, layerScene, layerSentence, mapOfLayer } from '../shared/layer-shown';
import { exercise } from './exercise';

export default questionKind<LayerParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_multiply_adds_title,
  ask: (layer) => {
    const question = layer.padding > 0 ? m.q_multiply_adds_ask_padded() : m.q_multiply_adds_ask();
    return `${layerSentence(layer)} ${question}`;
  },
  givens: layerGivens,
  hints: (layer) => [
    m.q_multiply_adds_hint_1(),
    m.q_multiply_adds_hint_2(layer),
    m.q_multiply_adds_hint_3({ ...layer, ...mapOfLayer(layer) })
  ],
  wrong: {
    'depth-ignored': (layer) => m.q_multiply_adds_depth_ignored(layer),
    'one-map': () => m.q_multiply_adds_one_map(),
    'per-pixel': () => m.q_multiply_adds_per_pixel(),
    'parameters-instead': () => m.q_multiply_adds_parameters_instead(),
    'outputs-only': () => m.q_multiply_adds_outputs_only()
  },
  why(layer) {
    const { multiplyAdds } = layerCost(layer);
    return m.q_multiply_adds_why({ ...layer, ...mapOfLayer(layer), total: countText(multiplyAdds) });
  },
  scene: (layer, rule) =>
    rule === 'parameters-instead'
      ? layerScene(layer, 'weights', 'multiply-adds')
      : layerScene(layer, 'map', 'multiply-adds')
});
