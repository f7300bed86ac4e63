import { adaptRules, DENSE_RULES } from '$lib/exercise';
import type { MovingPatternRun } from './model';

/** What goes wrong when the answer of the dense unit is predicted. */
export const wrong = adaptRules(DENSE_RULES, ({ moment }: MovingPatternRun, _cell: number) => ({
  atHome: moment(1).dense
}));
