import { sizeOf } from '$lib/engine';
import { adaptRules, MOVED_PATTERN_RULES } from '$lib/exercise';
import type { MovingPatternRun } from './model';

/** What goes wrong when it is predicted where the map will be largest. */
export const wrong = adaptRules(
  MOVED_PATTERN_RULES,
  ({ moment, pattern }: MovingPatternRun, cell: number) => ({
    before: moment(Math.max(1, cell - 1)).peak.column + 1,
    left: moment(cell).place.column + 1,
    width: sizeOf(pattern).width
  })
);
