import { adaptRules, PLACE_RULES } from '$lib/exercise';
import type { FlattenRun } from './model';
import { pixelAtPlace } from './places';

/** What goes wrong when the place of a cell's last pixel is predicted. */
export const wrong = adaptRules(PLACE_RULES, ({ size, portion, stepAfter }: FlattenRun, cell: number) => ({
  at: pixelAtPlace(stepAfter(cell) * portion, size),
  size
}));
