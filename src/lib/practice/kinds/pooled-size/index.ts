import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { exercise, type PooledSizeParameters } from './exercise';

const isCeil = ({ rounding }: PooledSizeParameters) => rounding === 'ceil';

/** The line on which the scene shows pooling: rounded down, or up. */
const LINES = { floor: [3, 3], ceil: [4, 4] } as const;

export default questionKind<PooledSizeParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_pooled_size_title,
  ask: (parameters) =>
    isCeil(parameters) ? m.q_pooled_size_ask_ceil(parameters) : m.q_pooled_size_ask(parameters),
  givens: ({ height, width, size, stride }) => [
    { type: 'fact', label: 'H', text: `${height}` },
    { type: 'fact', label: 'W', text: `${width}` },
    { type: 'fact', label: 'F', text: `${size}` },
    { type: 'fact', label: 'S', text: `${stride}` }
  ],
  fields: () => [m.q_pooled_size_rows(), m.q_pooled_size_columns()],
  hints: (parameters) => [
    m.q_pooled_size_hint_1(),
    m.q_pooled_size_hint_2(parameters),
    isCeil(parameters) ? m.q_pooled_size_hint_3_ceil(parameters) : m.q_pooled_size_hint_3(parameters)
  ],
  wrong: {
    'rounded-up': () => m.q_pooled_size_rounded_up(),
    'rounded-down': () => m.q_pooled_size_rounded_down(),
    'forgot-first-place': () => m.q_pooled_size_forgot_first_place(),
    'ignored-stride': ({ stride }) => m.q_pooled_size_ignored_stride({ stride }),
    'input-by-stride': ({ size }) => m.q_pooled_size_input_by_stride({ size }),
    'kept-size': () => m.q_pooled_size_kept_size()
  },
  why(parameters) {
    const [rows, columns] = exercise.answer(parameters).map((length) => length.valueOf());
    const numbers = { ...parameters, rows: rows ?? 0, columns: columns ?? 0 };
    return isCeil(parameters) ? m.q_pooled_size_why_ceil(numbers) : m.q_pooled_size_why(numbers);
  },
  /** Along the height. */
  scene({ height, size, stride, rounding }, rule) {
    const shown = rule === 'rounded-up' ? 'ceil' : rule === 'rounded-down' ? 'floor' : rounding;
    const settings = { input: height, kernel: size, stride: rule === 'ignored-stride' ? 1 : stride };
    return sceneOf({ kind: 'size-conventions', settings, grain: 'cell', cells: LINES[shown] });
  }
});
