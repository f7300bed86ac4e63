import { exactField, Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** A cell that goes through ReLU: the sum of its products, and the bias that is added before. */
export interface RectifiedCell {
  readonly sum: Fraction;
  readonly bias: Fraction;
}

/** What ReLU makes of a number. */
const rectified = (value: Fraction): Fraction => (value.compare(0) > 0 ? value : exactField.zero);

/** How learners take a cell through bias and ReLU. */
export const RELU_RULES = {
  /** Stops before ReLU. */
  'forgot-relu': ({ sum, bias }) => [sum.add(bias)],
  /** Takes the bare sum through ReLU. */
  'forgot-bias': ({ sum }) => [rectified(sum)],
  /** Takes ReLU for the absolute value: drops the sign. */
  'absolute-value': ({ sum, bias }) => [sum.add(bias).abs()],
  /** Adds the bias to what ReLU has let through. */
  'relu-before-bias': ({ sum, bias }) => [rectified(sum).add(bias)],
  /** Takes ReLU for a switch: 1 for what is above 0, and 0 for all else. */
  'as-switch': ({ sum, bias }) => [new Fraction(sum.add(bias).compare(0) > 0 ? 1 : 0)]
} satisfies WrongRules<RectifiedCell>;
