import { exactText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { givenMatrix } from '../shared/matrices';
import { cellEquation } from '../shared/sums';
import { placeOf } from '../shared/window';
import { exercise, type RectifiedParameters } from './exercise';

/** The place as readers count it. */
const place = (parameters: RectifiedParameters) => {
  const { row, column } = placeOf(parameters);
  return { row: row + 1, column: column + 1 };
};

export default questionKind<RectifiedParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_relu_title,
  ask: (parameters) => m.q_relu_ask(place(parameters)),
  givens: ({ input, kernel, bias }) => [
    givenMatrix('input', m.input(), input),
    givenMatrix('kernel', m.kernel(), kernel),
    givenMatrix('bias', m.q_relu_bias(), [[bias]])
  ],
  hints: (parameters) => [m.q_relu_hint_1(), m.q_relu_hint_2(place(parameters)), m.q_relu_hint_3()],
  wrong: {
    'forgot-relu': () => m.q_relu_forgot_relu(),
    'forgot-bias': () => m.q_relu_forgot_bias(),
    'absolute-value': () => m.q_relu_absolute_value(),
    'relu-before-bias': () => m.q_relu_relu_before_bias(),
    'as-switch': () => m.q_relu_as_switch()
  },
  why: (parameters) => {
    const [value] = exercise.answer(parameters);
    return m.q_relu_why({
      equation: cellEquation(parameters, parameters.bias),
      value: value ? exactText(value) : ''
    });
  },
  scene: ({ input, kernel, bias, cell }, rule) => {
    const goesThrough = (activation: 'relu' | 'none', added: number) =>
      sceneOf({
        kind: 'bias',
        settings: { input, kernels: [kernel], biases: [added], activation },
        grain: 'product',
        cells: [cell + 1, cell + 1]
      });
    if (rule === 'forgot-relu') return goesThrough('none', bias);
    if (rule === 'forgot-bias') return goesThrough('relu', 0);
    return rule ? null : goesThrough('relu', bias);
  }
});
