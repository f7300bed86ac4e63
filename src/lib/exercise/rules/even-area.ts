import { exactField, sumOf, type Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** A kernel over an area in which all numbers are the same. */
export interface EvenArea {
  readonly value: Fraction;
  readonly weights: readonly Fraction[];
}

function weighted({ value, weights }: EvenArea, weightOf: (weight: Fraction) => Fraction): Fraction {
  return sumOf(weights.map((weight) => weightOf(weight).mul(value)));
}

/** What learners expect of a kernel where nothing changes. */
export const EVEN_AREA_RULES = {
  /** Takes a map for a copy of its input: what is bright stays bright. */
  'brightness-kept': ({ value }) => [value],
  /** Adds up the products without their signs, so that nothing cancels. */
  'signs-ignored': (asked) => [weighted(asked, (weight) => weight.abs())],
  /** Lets negative weights count for nothing. */
  'negatives-dropped': (asked) => [weighted(asked, (weight) => (weight.s < 0n ? exactField.zero : weight))]
} satisfies WrongRules<EvenArea>;
