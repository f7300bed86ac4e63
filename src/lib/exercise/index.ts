/**
 * Questions that check themselves. Pure: answers are graded into codes, never sentences. A misconception is a
 * named wrong rule that is run: an answer that equals its result is explained by it.
 */
export { gradeAnswer } from './grade';
export type { Grade } from './grade';
export { gradePrediction } from './prediction';
export { gradeBiased } from './bias-rules';
export { gradeCount } from './counting';
export { WINDOW_RULES, WRONG_RULES } from './rule-names';
export type { WindowRule, WrongRule } from './rule-names';
export { wrongPlace } from './wrong-places';
export { wrongWeightCount } from './wrong-weight-counts';
export { wrongDenseAnswer } from './wrong-dense-answers';
