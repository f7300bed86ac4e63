import { adaptRules, WEIGHT_RULES } from '$lib/exercise';
import type { WeightCountRun } from './model';

/** What goes wrong when weights are counted. */
export const wrong = adaptRules(WEIGHT_RULES, ({ filterWeights, outputs }: WeightCountRun) => ({
  weights: filterWeights,
  outputs
}));
