import { matrix, sameTensor } from '$lib/engine';
import type { WindowSettings } from '$lib/trace';
import type { WindowRun } from '../shared/window/run';
import type { WindowGoal } from './goal-schema';

/** Whether a window does what was asked of it. */
export function reached(
  goal: WindowGoal,
  { kernel }: WindowSettings,
  { traces: [trace] }: WindowRun
): boolean {
  if (goal.name === 'output-equals') return sameTensor(trace.output(), matrix(goal.output));
  return trace.taps > 1 && kernel.data.every((weight) => weight.mul(trace.taps).equals(1));
}
