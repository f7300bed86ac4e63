import { Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** A pattern that has moved over an image, and a map of where a filter found it. Columns are counted from 1. */
interface MovedPattern {
  /** Where the map was largest before. */
  readonly before: number;
  /** Where the left edge of the pattern is now, and how many columns it has. */
  readonly left: number;
  readonly width: number;
}

/** What learners expect of the largest value of a map when the pattern has moved: in which column it is. */
export const MOVED_PATTERN_RULES = {
  /** Takes the map to stay as it is: invariance. */
  'stayed-behind': ({ before }) => [new Fraction(before)],
  /** Takes a place of the map to be the middle of the window, and not its corner. */
  'middle-of-pattern': ({ left, width }) => [new Fraction(left + Math.floor(width / 2))]
} satisfies WrongRules<MovedPattern>;
