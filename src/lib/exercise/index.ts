/**
 * Questions that check themselves. Pure: answers are graded into codes, never sentences. A misconception is a
 * named wrong rule that is run: an answer that equals its result is explained by it.
 */
export { gradeAnswer, gradePrediction } from './prediction';
export type { Grade } from './prediction';
export { WRONG_RULES } from './wrong-rules';
export type { WrongRule } from './wrong-rules';
export { wrongPlace } from './wrong-places';
export { wrongWeightCount } from './wrong-weight-counts';
export { wrongDenseAnswer } from './wrong-dense-answers';
