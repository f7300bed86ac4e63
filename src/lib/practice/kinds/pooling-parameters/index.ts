import { countText, shapeText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { exercise, type PoolingLayerParameters } from './exercise';

const numbers = (parameters: PoolingLayerParameters) => {
  const { channels, height, width, size, filters, kernel } = parameters;
  return { input: shapeText([channels, height, width]), channels, height, width, size, filters, kernel };
};

export default questionKind<PoolingLayerParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_pool_layer_title,
  ask: (parameters) =>
    parameters.asksNext
      ? m.q_pool_layer_ask_next(numbers(parameters))
      : m.q_pool_layer_ask(numbers(parameters)),
  givens: ({ channels, height, width, size, filters, kernel, asksNext }) => [
    { type: 'fact', label: '(C, H, W)', text: shapeText([channels, height, width]) },
    { type: 'fact', label: m.pooling_size(), text: `${size}×${size}` },
    ...(asksNext
      ? [{ type: 'fact' as const, label: m.kernel(), text: `${filters} · ${kernel}×${kernel}` }]
      : [])
  ],
  fields: ({ asksNext }) => [
    m.q_pool_layer_channels(),
    m.q_pool_layer_learned(),
    ...(asksNext ? [m.q_pool_layer_next()] : [])
  ],
  hints: (parameters) => [
    m.q_pool_layer_hint_1(),
    m.q_pool_layer_hint_2(),
    parameters.asksNext ? m.q_pool_layer_hint_3_next(numbers(parameters)) : m.q_pool_layer_hint_3()
  ],
  wrong: {
    'window-of-weights': () => m.q_pool_layer_window_of_weights(),
    'filters-with-bias': () => m.q_pool_layer_filters_with_bias(),
    'one-per-channel': () => m.q_pool_layer_one_per_channel(),
    'mixed-channels': () => m.q_pool_layer_mixed_channels(),
    'next-shrinks': () => m.q_pool_layer_next_shrinks()
  },
  why(parameters) {
    const [, , weights] = exercise.answer(parameters);
    if (!weights) return m.q_pool_layer_why(numbers(parameters));
    return m.q_pool_layer_why_next({ ...numbers(parameters), weights: countText(weights.valueOf()) });
  },
  scene({ channels, height, width, size, filters, kernel, asksNext }, rule) {
    const last = asksNext && rule !== 'window-of-weights' && rule !== 'one-per-channel' ? 5 : 3;
    return sceneOf({
      kind: 'pooling-count',
      settings: { shape: [channels, height, width], size, filters, kernel },
      grain: 'cell',
      cells: rule === 'next-shrinks' ? [5, 5] : [1, last]
    });
  }
});
