import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { outputsOf, pixelAlone, type PixelParameters } from '../shared/pixel';
import { pixelGivens, pixelNumbers } from '../shared/pixel-shown';
import { exercise } from './exercise';

/** Places in each direction from which the window covers the pixel. */
function axes(parameters: PixelParameters) {
  const covering = outputsOf(parameters);
  const rows = new Set(covering.map(({ row }) => row)).size;
  const columns = new Set(covering.map(({ column }) => column)).size;
  return { rows, columns, visits: rows * columns };
}

export default questionKind<PixelParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_visits_title,
  ask: (parameters) =>
    parameters.padding > 0
      ? m.q_visits_ask_padded(pixelNumbers(parameters))
      : m.q_visits_ask(pixelNumbers(parameters)),
  givens: pixelGivens,
  hints: (parameters) => [
    m.q_visits_hint_1(),
    parameters.padding > 0
      ? m.q_visits_hint_2_padded(pixelNumbers(parameters))
      : m.q_visits_hint_2(pixelNumbers(parameters)),
    m.q_visits_hint_3()
  ],
  wrong: {
    uniform: ({ kernel }) => m.q_visits_uniform({ kernel }),
    'one-axis': () => m.q_visits_one_axis(),
    'visited-once': () => m.q_visits_visited_once(),
    'padding-ignored': ({ padding }) => m.q_visits_padding_ignored({ padding }),
    'as-same': ({ padding }) => m.q_visits_as_same({ padding })
  },
  why: (parameters) => m.q_visits_why(axes(parameters)),
  scene(parameters, rule) {
    const { kernel, padding } = parameters;
    const settings = {
      input: pixelAlone(parameters),
      kernel,
      padding: rule === 'padding-ignored' ? 0 : rule === 'as-same' ? ('same' as const) : padding
    };
    return sceneOf({ kind: 'visit-counts', settings, grain: 'cell' });
  }
});
