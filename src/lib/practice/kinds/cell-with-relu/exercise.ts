import { exactField, Fraction, relu, tensor } from '$lib/engine';
import { numberRules, RELU_RULES, type ExerciseKind, type RectifiedCell } from '$lib/exercise';
import { mapOf, type WindowParameters } from '../shared/window';

/** A window over one plane, the cell that is asked for, and the bias of its filter. */
export interface RectifiedParameters extends WindowParameters {
  readonly bias: number;
}

/** The cell before bias and ReLU. */
function rectifiedAsked({ bias, ...window }: RectifiedParameters): RectifiedCell {
  return { sum: mapOf(window).data[window.cell] ?? exactField.zero, bias: new Fraction(bias) };
}

const isNegative = ({ sum, bias }: RectifiedCell) => sum.add(bias).compare(0) < 0;

/** One cell: the sum of its products, the bias, ReLU. */
export const exercise = {
  draw(draw, level) {
    const side = level === 3 ? 3 : 2;
    const length = level === 2 ? 3 : side;
    return {
      input: draw.matrix(length, length, level === 3 ? -2 : 0, 4),
      kernel: draw.matrix(side, side, -2, level === 3 ? 3 : 2),
      stride: 1,
      padding: 0,
      bias: draw.pick([-5, -4, -3, -2, 2, 3, 4, 5]),
      // Not the first place, where there are several.
      cell: level === 2 ? draw.whole(1, 3) : 0
    };
  },
  form: () => ({ form: 'number' }),
  answer(parameters) {
    const { sum, bias } = rectifiedAsked(parameters);
    return relu(tensor([1], [sum.add(bias)])).data;
  },
  wrong: numberRules(RELU_RULES, (parameters: RectifiedParameters) => rectifiedAsked(parameters), {
    // What is not negative goes through ReLU unchanged.
    'forgot-relu': isNegative,
    'absolute-value': isNegative,
    // Without its bias a negative cell may be just as dead.
    'forgot-bias': (cell) => !isNegative(cell) || cell.sum.compare(0) > 0,
    // Where the sum is positive, ReLU does nothing to it.
    'relu-before-bias': ({ sum }) => sum.compare(0) < 0,
    // A switch that is off says 0 as well.
    'as-switch': ({ sum, bias }) => sum.add(bias).compare(0) > 0
  })
} satisfies ExerciseKind<RectifiedParameters>;
