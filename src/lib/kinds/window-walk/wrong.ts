import { adaptRules, DILATION_RULES, OUTPUT_SIZE_RULES } from '$lib/exercise';
import type { WalkRun } from './model';

/** What goes wrong when the places of a window are counted. */
export const wrong = {
  ...adaptRules(OUTPUT_SIZE_RULES, ({ walk }: WalkRun) => ({ ...walk, kernel: walk.span })),
  ...adaptRules(DILATION_RULES, ({ walk }: WalkRun) => walk)
};
