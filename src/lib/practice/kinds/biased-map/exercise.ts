import { BIAS_RULES, type ExerciseKind } from '$lib/exercise';
import { Fraction } from '$lib/engine';
import { cellRules, gridFor, type MapParameters } from '../shared/maps';
import { mapOf } from '../shared/window';

/** A window over one plane, and the bias of its filter. */
export interface BiasedParameters extends MapParameters {
  readonly bias: number;
}

const {
  'forgot-bias': forgotBias,
  'bias-per-weight': biasPerWeight,
  'multiplied-bias': multipliedBias
} = BIAS_RULES;

/** The map of a filter that has a bias. */
export const exercise = {
  draw(draw, level) {
    const side = level === 3 ? 3 : 2;
    const length = side + 1;
    return {
      input: draw.matrix(length, length, level === 3 ? -2 : 0, level === 3 ? 3 : 4),
      kernel: draw.matrix(side, side, level === 1 ? 0 : -1, level === 2 ? 1 : 2),
      stride: 1,
      padding: 0,
      // A bias of 1 multiplies nothing, and one of 0 adds nothing.
      bias: level === 1 ? draw.whole(2, 5) : draw.pick([-4, -3, -2, 2, 3, 4])
    };
  },
  form: (parameters) => gridFor(mapOf(parameters)),
  answer: (parameters) => mapOf(parameters).data.map((sum) => sum.add(parameters.bias)),
  wrong: cellRules(
    { 'forgot-bias': forgotBias, 'bias-per-weight': biasPerWeight, 'multiplied-bias': multipliedBias },
    (parameters: BiasedParameters) => {
      const [bias, taps] = [new Fraction(parameters.bias), parameters.kernel.flat().length];
      return mapOf(parameters).data.map((sum) => ({ sum, bias, others: [], taps }));
    }
  )
} satisfies ExerciseKind<BiasedParameters>;
