import { adaptRules, SHIFT_RULES } from '$lib/exercise';
import { cellsOf } from './model';
import type { ShiftRun } from './run';

/** What goes wrong when surviving outputs are counted. */
export const wrong = adaptRules(SHIFT_RULES, (run: ShiftRun, cell: number) => ({
  outputs: cellsOf(run).outputs,
  inputsKept: run.stops[cell - 1]?.inputsKept ?? 0
}));
