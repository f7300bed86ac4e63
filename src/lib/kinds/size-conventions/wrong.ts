import { adaptRules, OUTPUT_SIZE_RULES } from '$lib/exercise';
import type { ConventionsRun } from './model';

/** What goes wrong when the places of a window are counted: the cell is the line. */
export const wrong = adaptRules(OUTPUT_SIZE_RULES, ({ lines }: ConventionsRun, cell: number) => {
  const { walk } = lines[cell - 1] ?? lines[0];
  return walk;
});
