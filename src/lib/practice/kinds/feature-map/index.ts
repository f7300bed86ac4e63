import { sizeOf } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { onesLike, turned } from '../shared/kernels';
import type { MapParameters } from '../shared/maps';
import { givenMatrix } from '../shared/matrices';
import { cellEquation, lastCell } from '../shared/sums';
import { mapOf } from '../shared/window';
import { exercise } from './exercise';

export default questionKind<MapParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_map_title,
  ask: () => m.q_map_ask(),
  givens: ({ input, kernel }) => [
    givenMatrix('input', m.input(), input),
    givenMatrix('kernel', m.kernel(), kernel)
  ],
  hints: ({ kernel }) => [m.q_map_hint_1(), m.q_map_hint_2({ taps: kernel.flat().length }), m.q_map_hint_3()],
  wrong: {
    'turned-kernel': () => m.q_map_turned_kernel(),
    'ignored-weights': () => m.q_map_ignored_weights(),
    added: () => m.q_map_added(),
    'swapped-axes': () => m.q_map_swapped_axes()
  },
  why: (parameters) => {
    const { height, width } = sizeOf(mapOf(parameters));
    const { cell, ...place } = lastCell(height, width);
    return m.q_map_why({ ...place, equation: cellEquation({ ...parameters, cell }) });
  },
  scene: ({ input, kernel }, rule) => {
    const slides = (shown: MapParameters['kernel']) =>
      sceneOf({ kind: 'sliding-window', settings: { input, kernel: shown }, grain: 'product' });
    if (rule === 'turned-kernel') return slides(turned(kernel));
    if (rule === 'ignored-weights') return slides(onesLike(kernel));
    return rule ? null : slides(kernel);
  }
});
