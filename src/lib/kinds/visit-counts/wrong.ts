import { adaptRules, VISIT_RULES } from '$lib/exercise';
import type { VisitRun } from './model';

/** What goes wrong when the visits of the pixel are counted that a place leaves behind. */
export const wrong = adaptRules(VISIT_RULES, ({ trace, leftBehind }: VisitRun, cell: number) => ({
  geometry: trace.geometry,
  pixel: leftBehind(cell)
}));
