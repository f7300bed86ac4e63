import { Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** A dense unit whose pattern has moved. */
interface MovedPattern {
  /** The unit's answer where it learned the pattern. */
  readonly atHome: Fraction;
}

/** What learners expect of a dense unit whose pattern has moved. */
export const DENSE_RULES = {
  /** Takes it to find the pattern wherever it is. */
  'found-anywhere': ({ atHome }) => [atHome],
  /** Takes all of its answer to be gone as soon as the pattern moves. */
  'nothing-left': () => [new Fraction(0)]
} satisfies WrongRules<MovedPattern>;
