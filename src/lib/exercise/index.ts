/**
 * Questions that check themselves. Pure: answers are graded into codes, never sentences. A misconception is a
 * named wrong rule that is run (`rules/`, by operation): an answer that equals its result is explained by it.
 * `question/`: what a kind of exercise is, how a seed becomes a question, and how an answer is marked.
 */
export { Draw, wholes } from './question/draw';
export { generateQuestion } from './question/generate';
export { hashOf } from './question/hash';
export { markAnswer } from './question/mark';
export type { Mark, Marked } from './question/mark';
export { LEVELS } from './question/question';
export type { Answer, AnswerForm, ExerciseKind, Level, Question, Target } from './question/question';
export { gradeAnswer } from './grade';
export type { Grade } from './grade';
export { gridRules } from './rules/rule-grid';
export { adaptRules, numberRules } from './rules/rule';
export type { WrongRule, WrongRules } from './rules/rule';
export { BANK_ROLE_RULES } from './rules/bank-roles';
export type { BankCount } from './rules/bank-roles';
export { BIAS_RULES } from './rules/bias';
export { CHANNEL_COUNT_RULES, CHANNEL_RULES } from './rules/channels';
export { COUNT_RULES, IMAGE_COUNT_RULES } from './rules/counts';
export { EVEN_AREA_RULES } from './rules/even-area';
export type { EvenArea } from './rules/even-area';
export { FILTER_RULES } from './rules/filters';
export { transposed, TURN_RULES } from './rules/grids';
export { DILATION_RULES, LEFTOVER_RULES, OUTPUT_SIZE_RULES } from './rules/output-size';
export type { DilatedSide, WindowSide } from './rules/output-size';
export { missingWeight, MISSING_WEIGHT_RULES } from './rules/missing-weight';
export type { MissingWeight } from './rules/missing-weight';
export { MOVED_PATTERN_RULES } from './rules/moved-pattern';
export { PADDING_RULES } from './rules/padding';
export { MAP_SIZE_RULES, PARAMETER_RULES } from './rules/parameters';
export { MISSING_SETTING_RULES } from './rules/missing-setting';
export type { MissingSetting } from './rules/missing-setting';
export { MULTIPLY_ADD_RULES } from './rules/multiply-adds';
export { SAME_PADDING_RULES } from './rules/same-padding';
export type { KeptSize } from './rules/same-padding';
export { PLACE_RULES } from './rules/places';
export { POOLING_RULES } from './rules/pooling';
export type { PooledCell } from './rules/pooling';
export { POOLING_COUNT_RULES } from './rules/pooling-count';
export { RELU_RULES } from './rules/relu';
export type { RectifiedCell } from './rules/relu';
export { SHIFT_RULES } from './rules/shift';
export { STRIDE_RULES } from './rules/stride';
export { VISIT_RULES } from './rules/visits';
export { DENSE_WEIGHT_RULES, WEIGHT_RULES } from './rules/weights';
export { NEXT_PLACE_RULES, WINDOW_PLACE_RULES } from './rules/window-places';
export type { PlacedWindow, PlaceRule } from './rules/window-places';
export { WINDOW_RULES } from './rules/window';
export type { WindowCellAsked } from './rules/window';
