import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { outputsOf, pixelAlone, type PixelParameters } from '../shared/pixel';
import { pixelGivens, pixelNumbers } from '../shared/pixel-shown';
import { exercise } from './exercise';

/** How many rows and columns of outputs the pixel feeds. */
function axes(parameters: PixelParameters) {
  const fed = outputsOf(parameters);
  const rows = new Set(fed.map(({ row }) => row)).size;
  const columns = new Set(fed.map(({ column }) => column)).size;
  return { rows, columns, count: rows * columns };
}

export default questionKind<PixelParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_fed_title,
  ask: (parameters) => m.q_fed_ask(pixelNumbers(parameters)),
  givens: pixelGivens,
  hints: (parameters) => [
    m.q_fed_hint_1(),
    m.q_fed_hint_2(pixelNumbers(parameters)),
    parameters.padding > 0
      ? m.q_fed_hint_3_padded(pixelNumbers(parameters))
      : m.q_fed_hint_3(pixelNumbers(parameters))
  ],
  wrong: {
    'same-place': () => m.q_fed_same_place(),
    around: () => m.q_fed_around(),
    onwards: () => m.q_fed_onwards(),
    swapped: (parameters) => m.q_fed_swapped(pixelNumbers(parameters)),
    'one-axis': () => m.q_fed_one_axis(),
    'ignored-stride': ({ stride }) => m.q_fed_ignored_stride({ stride })
  },
  why: (parameters) => m.q_fed_why({ ...pixelNumbers(parameters), ...axes(parameters) }),
  /** A window of ones over the pixel alone: the map is 1 where the pixel goes. */
  scene(parameters, rule) {
    const { kernel, padding } = parameters;
    const ones = Array.from({ length: kernel }, () => new Array<number>(kernel).fill(1));
    const input = pixelAlone(parameters);
    const stride = rule === 'ignored-stride' ? 1 : parameters.stride;
    return padding > 0
      ? sceneOf({ kind: 'sliding-window', settings: { input, kernel: ones, padding }, grain: 'cell' })
      : sceneOf({ kind: 'strided-window', settings: { input, kernel: ones, stride }, grain: 'cell' });
  }
});
