import { sizeOf } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { givenMatrix } from '../shared/matrices';
import { cellEquation, lastCell } from '../shared/sums';
import { mapOf } from '../shared/window';
import { exercise, type BiasedParameters } from './exercise';

export default questionKind<BiasedParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_biasmap_title,
  ask: () => m.q_biasmap_ask(),
  givens: ({ input, kernel, bias }) => [
    givenMatrix('input', m.input(), input),
    givenMatrix('kernel', m.kernel(), kernel),
    givenMatrix('bias', m.q_biasmap_bias(), [[bias]])
  ],
  hints: ({ kernel }) => [
    m.q_biasmap_hint_1(),
    m.q_biasmap_hint_2({ taps: kernel.flat().length }),
    m.q_biasmap_hint_3()
  ],
  wrong: {
    'forgot-bias': () => m.q_biasmap_forgot_bias(),
    'bias-per-weight': () => m.q_biasmap_bias_per_weight(),
    'multiplied-bias': () => m.q_biasmap_multiplied_bias()
  },
  why: (parameters) => {
    const { height, width } = sizeOf(mapOf(parameters));
    const { cell, ...place } = lastCell(height, width);
    return m.q_biasmap_why({ ...place, equation: cellEquation({ ...parameters, cell }, parameters.bias) });
  },
  scene: ({ input, kernel, bias }, rule) => {
    if (rule === 'forgot-bias')
      return sceneOf({ kind: 'sliding-window', settings: { input, kernel }, grain: 'product' });
    if (rule) return null;
    return sceneOf({
      kind: 'bias',
      settings: { input, kernels: [kernel], biases: [bias] },
      grain: 'product'
    });
  }
});
