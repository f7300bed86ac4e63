import { Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** A convolution whose weights are counted. */
interface CountedFilter {
  /** Weights of the filter. */
  readonly weights: number;
  /** Cells of the feature map. */
  readonly outputs: number;
}

/** How learners miscount the weights of a convolution. */
export const WEIGHT_RULES = {
  /** Gives every position weights of its own. */
  'weights-per-position': ({ weights, outputs }) => [new Fraction(weights * outputs)],
  /** Gives every output one weight. */
  'one-weight-per-output': ({ outputs }) => [new Fraction(outputs)]
} satisfies WrongRules<CountedFilter>;

/** A dense layer whose weights are counted. */
interface CountedDense {
  readonly inputs: number;
  readonly outputs: number;
}

/** How learners miscount the weights of a dense layer: one for each pair of an input and an output. */
export const DENSE_WEIGHT_RULES = {
  /** Counts the weights of a single output. */
  'one-output': ({ inputs }) => [new Fraction(inputs)],
  /** Adds inputs and outputs instead of joining each to each. */
  'added-units': ({ inputs, outputs }) => [new Fraction(inputs + outputs)],
  /** Takes the output to be as large as the input. */
  'kept-length': ({ inputs }) => [new Fraction(inputs * inputs)]
} satisfies WrongRules<CountedDense>;
