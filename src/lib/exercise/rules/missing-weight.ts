import { exactField, sumOf, type Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** An output cell that is known, and the kernel that made it, of which one weight is not. */
export interface MissingWeight {
  readonly output: Fraction;
  /** The input cells under the window, in reading order. */
  readonly values: readonly Fraction[];
  /** The weights on them; what stands at the missing one's place does not matter. */
  readonly weights: readonly Fraction[];
  /** Which weight is missing, counted from 0. */
  readonly missing: number;
}

/** The input cell under the missing weight, and the products of the others added up. */
function parts({ values, weights, missing }: MissingWeight) {
  const products = values.map((value, index) => value.mul(weights[index] ?? exactField.zero));
  const others = products.filter((_, index) => index !== missing);
  return {
    under: values[missing] ?? exactField.zero,
    others: sumOf(others)
  };
}

/** No number where the input cell is 0: any weight would do. */
const divided = (rest: Fraction, under: Fraction) => (under.n === 0n ? [] : [rest.div(under)]);

/**
 * The missing weight: what the other products leave of the output, divided by the input cell.
 *
 * @throws {Error} when the input cell under it is 0
 */
export function missingWeight(asked: MissingWeight): Fraction {
  const { under, others } = parts(asked);
  return asked.output.sub(others).div(under);
}

/** How learners miss the missing weight. */
export const MISSING_WEIGHT_RULES = {
  /** Stops at the missing product. */
  'not-divided': (asked) => [asked.output.sub(parts(asked).others)],
  /** Takes the whole output for the missing product. */
  'ignored-others': (asked) => divided(asked.output, parts(asked).under),
  /** Adds the other products to the output instead of taking them away. */
  'added-others': (asked) => {
    const { under, others } = parts(asked);
    return divided(asked.output.add(others), under);
  },
  /** Takes the input cell away instead of dividing by it, as if weights were added to cells. */
  'subtracted-cell': (asked) => {
    const { under, others } = parts(asked);
    return [asked.output.sub(others).sub(under)];
  },
  /** Lays the kernel on the input turned by 180°. */
  'turned-kernel': (asked) => {
    const { under, others } = parts({ ...asked, values: [...asked.values].reverse() });
    return divided(asked.output.sub(others), under);
  }
} satisfies WrongRules<MissingWeight>;
