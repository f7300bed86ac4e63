import { sizeOf } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { turned } from '../shared/kernels';
import type { MapParameters } from '../shared/maps';
import { givenMatrix } from '../shared/matrices';
import { cellEquation, lastCell } from '../shared/sums';
import { mapOf } from '../shared/window';
import { exercise } from './exercise';

export default questionKind<MapParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_stridemap_title,
  ask: ({ stride }) => m.q_stridemap_ask({ stride }),
  givens: ({ input, kernel }) => [
    givenMatrix('input', m.input(), input),
    givenMatrix('kernel', m.kernel(), kernel)
  ],
  hints: ({ stride }) => [
    m.q_stridemap_hint_1({ stride }),
    m.q_stridemap_hint_2({ place: stride + 1 }),
    m.q_stridemap_hint_3()
  ],
  wrong: {
    'moved-by-one': ({ stride }) => m.q_stridemap_moved_by_one({ stride }),
    'scaled-by-stride': () => m.q_stridemap_scaled_by_stride(),
    'turned-kernel': () => m.q_stridemap_turned_kernel()
  },
  why: (parameters) => {
    const { height, width } = sizeOf(mapOf(parameters));
    const { cell, row, column } = lastCell(height, width);
    const { stride } = parameters;
    return m.q_stridemap_why({
      row,
      column,
      top: (row - 1) * stride + 1,
      left: (column - 1) * stride + 1,
      equation: cellEquation({ ...parameters, cell })
    });
  },
  scene: ({ input, kernel, stride }, rule) => {
    if (rule === 'moved-by-one')
      return sceneOf({ kind: 'sliding-window', settings: { input, kernel }, grain: 'cell' });
    if (rule === 'scaled-by-stride') return null;
    const shown = rule === 'turned-kernel' ? turned(kernel) : kernel;
    return sceneOf({
      kind: 'strided-window',
      settings: { input, kernel: shown, stride },
      grain: 'product'
    });
  }
});
