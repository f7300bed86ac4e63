import { sizeOf } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import type { MapParameters } from '../shared/maps';
import { givenMatrix } from '../shared/matrices';
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
    if (rule === 'edge-repeated')
      return sceneOf({ kind: 'padding-modes', settings: { input, kernel }, grain: 'cell' });
    if (rule === 'turned-kernel')
      return sceneOf({ kind: 'two-conventions', settings: { input, kernel, padding }, grain: 'cell' });
    // Who puts the zeros around the map has slid the kernel over the bare input.
    const shown = rule === 'padded-output' ? 0 : padding;
    return sceneOf({
      kind: 'sliding-window',
      settings: { input, kernel, padding: shown },
      grain: 'product'
    });
  }
});
