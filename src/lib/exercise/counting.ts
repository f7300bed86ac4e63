import { Fraction } from '$lib/engine';
import { gradeAnswer, type Grade } from './grade';
import type { CountRule, WrongRule } from './rule-names';

const product = (lengths: readonly number[]) => lengths.reduce((result, length) => result * length, 1);
const sum = (lengths: readonly number[]) => lengths.reduce((result, length) => result + length, 0);

const RULES: Record<CountRule, (shape: readonly number[]) => number> = {
  /** Counts the places of one plane and forgets that there are several: H·W of (H, W, C). */
  'one-plane': (shape) => product(shape.slice(0, -1)),
  /** Adds the lengths. */
  'added-lengths': sum
};

function isCountRule(rule: WrongRule): rule is CountRule {
  return rule in RULES;
}

/** Grades how many numbers an array of the given shape holds. */
export function gradeCount(shape: readonly number[], answer: Fraction, rules: readonly WrongRule[]): Grade {
  return gradeAnswer(answer, new Fraction(product(shape)), rules, (rule) =>
    isCountRule(rule) ? new Fraction(RULES[rule](shape)) : null
  );
}
