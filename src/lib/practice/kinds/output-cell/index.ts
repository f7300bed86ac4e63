import { exactText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { onesLike, turned } from '../shared/kernels';
import { givenMatrix } from '../shared/matrices';
import { mapOf, placeOf, type WindowParameters } from '../shared/window';
import { exercise } from './exercise';

/** The place as readers count it. */
const place = (parameters: WindowParameters) => {
  const { row, column } = placeOf(parameters);
  return { row: row + 1, column: column + 1 };
};

export default questionKind<WindowParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_cell_title,
  ask: (parameters) => m.q_cell_ask(place(parameters)),
  givens: ({ input, kernel }) => [
    givenMatrix('input', m.input(), input),
    givenMatrix('kernel', m.kernel(), kernel)
  ],
  hints: (parameters) => [m.q_cell_hint_1(), m.q_cell_hint_2(place(parameters)), m.q_cell_hint_3()],
  wrong: {
    'turned-kernel': () => m.q_cell_turned_kernel(),
    'ignored-weights': () => m.q_cell_ignored_weights(),
    added: () => m.q_cell_added(),
    'not-moved': (parameters) => m.q_cell_not_moved(place(parameters))
  },
  why: (parameters) => {
    const value = mapOf(parameters).data[parameters.cell];
    return value ? m.q_cell_why({ ...place(parameters), value: exactText(value) }) : '';
  },
  scene: ({ input, kernel, cell }, rule) => {
    const cellWith = (shown: WindowParameters['kernel'], at: number) =>
      sceneOf({
        kind: 'sliding-window',
        settings: { input, kernel: shown },
        grain: 'product',
        cells: [at, at]
      });
    if (rule === 'turned-kernel') return cellWith(turned(kernel), cell + 1);
    if (rule === 'ignored-weights') return cellWith(onesLike(kernel), cell + 1);
    if (rule === 'not-moved') return cellWith(kernel, cell);
    return rule ? null : cellWith(kernel, cell + 1);
  }
});
