import { adaptRules, DENSE_RULES } from '$lib/exercise';
import type { MovingPatternRun } from './model';

/** What goes wrong when the answer of the dense unit is predicted. */
export const wrong = adaptRules(DENSE_RULES, ({ moment }: MovingPatternRun) => ({
  atHome: moment(1).dense
}));
