/** The wrong rules that learners are known to follow when they predict a cell of a window's output. */
export const WINDOW_RULES = [
  'ignored-weights',
  'counted-matches',
  'added',
  'turned-kernel',
  'not-turned',
  'mirrored',
  'not-moved'
] as const;
export type WindowRule = (typeof WINDOW_RULES)[number];

/** And when they count the numbers of an array. */
const COUNT_RULES = ['one-plane', 'added-lengths'] as const;
export type CountRule = (typeof COUNT_RULES)[number];

/** And when a bias is added. */
const BIAS_RULES = ['forgot-bias', 'bias-per-weight', 'multiplied-bias', 'other-bias'] as const;
export type BiasRule = (typeof BIAS_RULES)[number];

/** And when they place a pixel in the row that an image is flattened to. */
const PLACE_RULES = ['column-by-column', 'counted-from-zero', 'one-row-too-many'] as const;

/** And when they count the weights of a convolution. */
const WEIGHT_RULES = ['weights-per-position', 'one-weight-per-output'] as const;

/** And when the pattern of a dense unit has moved. */
const DENSE_RULES = ['found-anywhere', 'nothing-left'] as const;

/** All that a lesson may name. */
export const WRONG_RULES = [
  ...WINDOW_RULES,
  ...COUNT_RULES,
  ...BIAS_RULES,
  ...PLACE_RULES,
  ...WEIGHT_RULES,
  ...DENSE_RULES
] as const;
export type WrongRule = (typeof WRONG_RULES)[number];
