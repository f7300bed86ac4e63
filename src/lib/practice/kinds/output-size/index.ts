import { exactText } from '$lib/describe';
import type { WindowSide } from '$lib/exercise';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { exercise } from './exercise';

/** One side of a map from N, F, S and P. */
export default questionKind<WindowSide, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_size_title,
  ask: m.q_size_ask,
  givens: ({ input, kernel, stride, padding }) => [
    { type: 'fact', label: 'N', text: `${input}` },
    { type: 'fact', label: 'F', text: `${kernel}` },
    { type: 'fact', label: 'S', text: `${stride}` },
    { type: 'fact', label: 'P', text: `${padding}` }
  ],
  hints: (side) => [m.q_size_hint_1(), m.q_size_hint_2(side), m.q_size_hint_3(side)],
  wrong: {
    'rounded-up': m.q_size_rounded_up,
    unrounded: m.q_size_unrounded,
    'input-by-stride': m.q_size_input_by_stride,
    'forgot-first-place': m.q_size_forgot_first_place,
    'ignored-stride': m.q_size_ignored_stride,
    'padding-once': m.q_size_padding_once,
    'ignored-padding': m.q_size_ignored_padding,
    'kept-length': m.q_size_kept_length
  },
  why: (side) => {
    const room = side.input + 2 * side.padding - side.kernel;
    const [size] = exercise.answer(side);
    return m.q_size_why({
      ...side,
      room,
      steps: Math.floor(room / side.stride),
      size: size ? exactText(size) : ''
    });
  },
  scene: (side, rule) => {
    const walk = (shown: WindowSide) =>
      shown.kernel > shown.input + 2 * shown.padding
        ? null
        : sceneOf({ kind: 'window-walk', settings: shown, grain: 'cell' });
    if (rule === 'ignored-stride') return walk({ ...side, stride: 1 });
    if (rule === 'ignored-padding') return walk({ ...side, padding: 0 });
    return rule ? null : walk(side);
  }
});
