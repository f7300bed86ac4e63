import { sizeOf } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { onesLike, turned } from '../shared/kernels';
import type { MapParameters } from '../shared/maps';
import { givenMatrix } from '../shared/matrices';
import { paddedRows } from '../shared/padded';
import { cellEquation } from '../shared/sums';
import { mapOf } from '../shared/window';
import { exercise } from './exercise';

export default questionKind<MapParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_padmap_title,
  ask: () => m.q_padmap_ask(),
  givens: ({ input, kernel }) => [
    givenMatrix('input', m.input(), input),
    givenMatrix('kernel', m.kernel(), kernel)
  ],
  hints: (parameters) => {
    const { height, width } = sizeOf(mapOf(parameters));
    return [
      m.q_padmap_hint_1(),
      m.q_padmap_hint_2({ rows: height + 2, columns: width + 2 }),
      m.q_padmap_hint_3()
    ];
  },
  wrong: {
    'padded-output': () => m.q_padmap_padded_output(),
    'edge-repeated': () => m.q_padmap_edge_repeated(),
    'turned-kernel': () => m.q_padmap_turned_kernel(),
    'ignored-weights': () => m.q_padmap_ignored_weights()
  },
  // The first cell: its window stands on the ring.
  why: (parameters) => m.q_padmap_why({ equation: cellEquation({ ...parameters, cell: 0 }) }),
  scene: ({ input, kernel, padding }, rule) => {
    const slides = (numbers: Partial<Pick<MapParameters, 'input' | 'kernel' | 'padding'>> = {}) =>
      sceneOf({
        kind: 'sliding-window',
        settings: { input, kernel, padding, ...numbers },
        grain: 'product'
      });
    if (rule === 'padded-output') return slides({ padding: 0 });
    if (rule === 'edge-repeated')
      return slides({ input: paddedRows(input, padding, 'replicate'), padding: 0 });
    if (rule === 'turned-kernel') return slides({ kernel: turned(kernel) });
    if (rule === 'ignored-weights') return slides({ kernel: onesLike(kernel) });
    return slides();
  }
});
