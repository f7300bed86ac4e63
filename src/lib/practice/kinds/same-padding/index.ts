import { exactText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf, type AskedScene } from '../../question-kind';
import { lineScene } from '../shared/line-scene';
import { wholeOutcome } from '../shared/outcome';
import { exercise, type SamePaddingParameters } from './exercise';

/** The widest padding that a layer is shown with. */
const MOST_PADDING = 10;

/** The map with a padding: how many places there are. */
function sceneWith(
  { of, input, kernel, dilation }: SamePaddingParameters,
  padding: number
): AskedScene | null {
  if (of === 'line') return lineScene({ input, kernel, stride: 1, padding, dilation });
  if (padding > MOST_PADDING) return null;
  const settings = { channels: 1, height: input, width: input, filters: 1, kernel, padding };
  return sceneOf({ kind: 'layer-shapes', settings, grain: 'cell', cells: [4, 4] });
}

const span = ({ kernel, dilation }: SamePaddingParameters) => dilation * (kernel - 1) + 1;

export default questionKind<SamePaddingParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_same_padding_title,
  ask(parameters) {
    if (parameters.of === 'image') return m.q_same_padding_ask_image(parameters);
    return parameters.dilation > 1
      ? m.q_same_padding_ask_spread(parameters)
      : m.q_same_padding_ask_line(parameters);
  },
  givens: ({ input, kernel, dilation }) => [
    { type: 'fact', label: 'N', text: `${input}` },
    { type: 'fact', label: 'F', text: `${kernel}` },
    { type: 'fact', label: 'S', text: '1' },
    ...(dilation > 1 ? [{ type: 'fact' as const, label: 'D', text: `${dilation}` }] : [])
  ],
  hints: (parameters) => [
    m.q_same_padding_hint_1(),
    m.q_same_padding_hint_2({ span: span(parameters) }),
    parameters.dilation > 1 ? m.q_same_padding_hint_3_spread() : m.q_same_padding_hint_3()
  ],
  wrong: {
    'counted-once': () => m.q_same_padding_counted_once(),
    'whole-window': (parameters) => m.q_same_padding_whole_window({ span: span(parameters) }),
    'rounded-up': () => m.q_same_padding_rounded_up(),
    'no-padding': () => m.q_same_padding_no_padding(),
    'always-one': (parameters) => m.q_same_padding_always_one({ span: span(parameters) }),
    'ignored-dilation': (parameters) =>
      m.q_same_padding_ignored_dilation({ ...parameters, span: span(parameters) })
  },
  why(parameters) {
    const [padding] = exercise.answer(parameters);
    return m.q_same_padding_why({
      input: parameters.input,
      span: span(parameters),
      lost: span(parameters) - 1,
      padding: padding ? exactText(padding) : ''
    });
  },
  scene(parameters, rule) {
    const padding = wholeOutcome(rule ? exercise.wrong[rule](parameters) : [exercise.answer(parameters)]);
    return padding === null ? null : sceneWith(parameters, padding);
  }
});
