import { Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** An array whose numbers are counted. */
interface Counted {
  readonly shape: readonly number[];
}

const product = (lengths: readonly number[]) => lengths.reduce((result, length) => result * length, 1);
const sum = (lengths: readonly number[]) => lengths.reduce((result, length) => result + length, 0);

/** How learners miscount the numbers of an array. */
export const COUNT_RULES = {
  /** Counts the places of one plane and forgets that there are several: H·W of (H, W, C). */
  'one-plane': ({ shape }) => [new Fraction(product(shape.slice(0, -1)))],
  /** Adds the lengths. */
  'added-lengths': ({ shape }) => [new Fraction(sum(shape))]
} satisfies WrongRules<Counted>;

/** The same, where the shape of an image is all that is known: (H, W, C). */
export const IMAGE_COUNT_RULES = {
  ...COUNT_RULES,
  /** Adds the channels to the places of one plane: H·W + C. */
  'added-channels': ({ shape }) => [new Fraction(product(shape.slice(0, -1)) + sum(shape.slice(-1)))]
} satisfies WrongRules<Counted>;
