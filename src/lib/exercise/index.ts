/**
 * Questions that check themselves. Pure: answers are graded into codes, never sentences. A misconception is a
 * named wrong rule that is run (`rules/`, by operation): an answer that equals its result is explained by it.
 */
export { gradeAnswer } from './grade';
export type { Grade } from './grade';
export { adaptRules } from './rules/rule';
export type { WrongRule, WrongRules } from './rules/rule';
export { BIAS_RULES } from './rules/bias';
export { COUNT_RULES } from './rules/counts';
export { DENSE_RULES } from './rules/dense';
export { FILTER_RULES } from './rules/filters';
export { MAP_SIZE_RULES, PARAMETER_RULES } from './rules/parameters';
export { PLACE_RULES } from './rules/places';
export { WEIGHT_RULES } from './rules/weights';
export { WINDOW_RULES } from './rules/window';
