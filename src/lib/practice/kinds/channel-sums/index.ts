import { channelsSum, lineText } from '$lib/describe';
import { exactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { convolutionTrace } from '$lib/trace';
import { questionKind, sceneOf } from '../../question-kind';
import { turned } from '../shared/kernels';
import { givenMatrix } from '../shared/matrices';
import { placeOf } from '../shared/window';
import { exercise, type ChannelParameters } from './exercise';

/** The place of the cell in the map, as readers count it. */
function place({ input: [input = []], filter: [kernel = []], cell }: ChannelParameters) {
  const { row, column } = placeOf({ input, kernel, stride: 1, padding: 0, cell });
  return { row: row + 1, column: column + 1 };
}

/** The partial sums and the bias, added up in one line. */
function total({ input, filter, bias, cell }: ChannelParameters): string {
  const numbers = {
    input: exactTensor([input]),
    weight: exactTensor([filter]),
    bias: exactTensor([bias])
  };
  const trace = convolutionTrace(numbers, 'cell');
  const sum = channelsSum(trace.step(trace.stepAfter(cell + 1)));
  return sum ? lineText(sum) : '';
}

export default questionKind<ChannelParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_chsum_title,
  ask: (parameters) => m.q_chsum_ask(place(parameters)),
  givens: ({ input, filter, bias }) => [
    ...input.map((plane, channel) => givenMatrix('input', m.q_chsum_input({ channel: channel + 1 }), plane)),
    ...filter.map((plane, channel) =>
      givenMatrix('kernel', m.q_chsum_filter({ channel: channel + 1 }), plane)
    ),
    givenMatrix('bias', m.q_chsum_bias(), [[bias]])
  ],
  fields: ({ input }) => [
    ...input.map((_, channel) => m.q_chsum_partial({ channel: channel + 1 })),
    m.q_chsum_total()
  ],
  hints: ({ filter: [plane = []] }) => [
    m.q_chsum_hint_1(),
    m.q_chsum_hint_2({ taps: plane.flat().length }),
    m.q_chsum_hint_3()
  ],
  wrong: {
    'bias-per-channel': () => m.q_chsum_bias_per_channel(),
    'one-channel': () => m.q_chsum_one_channel(),
    'averaged-channels': () => m.q_chsum_averaged_channels(),
    'bias-left-out': () => m.q_chsum_bias_left_out(),
    'turned-kernel': () => m.q_chsum_turned_kernel()
  },
  why: (parameters) => m.q_chsum_why({ equation: total(parameters) }),
  scene: ({ input, filter, bias, cell }, rule) => {
    const gathers = (numbers: Partial<Pick<ChannelParameters, 'filter' | 'bias'>> = {}) =>
      sceneOf({
        kind: 'channels',
        settings: { input, filter, bias, ...numbers },
        grain: 'product',
        cells: [cell + 1, cell + 1]
      });
    if (rule === 'bias-left-out') return gathers({ bias: 0 });
    if (rule === 'turned-kernel') return gathers({ filter: filter.map(turned) });
    return rule ? null : gathers();
  }
});
