import type { ShiftGoal } from './goal-schema';
import type { ShiftRun } from './run';

/** Whether a shift by one leaves the whole map, and the map says something. */
export function reached({ atLeast }: ShiftGoal, { stops: [own, first] }: ShiftRun): boolean {
  const set = own.output.data.filter(({ n }) => n !== 0n).length;
  return set >= atLeast && first?.outputsKept === own.output.data.length;
}
