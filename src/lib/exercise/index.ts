/**
 * Questions that check themselves. Pure: answers are graded into codes, never sentences. A misconception is a
 * named wrong rule that is run: an answer that equals its result is explained by it.
 */
export { gradePrediction } from './prediction';
export { gradeBiased } from './bias-rules';
export type { Grade } from './prediction';
export { WRONG_RULES } from './wrong-rules';
export type { WrongRule } from './wrong-rules';
