import { matrix, sameTensor } from '$lib/engine';
import type { WindowSettings } from '$lib/trace';
import type { WindowGoal } from './window-goal-schema';
import type { WindowRun } from './window-run';

/** Whether a window does what was asked of it. */
export function windowReached(
  goal: WindowGoal,
  { kernel }: WindowSettings,
  { traces: [trace] }: WindowRun
): boolean {
  if (goal.name === 'output-equals') return sameTensor(trace.output(), matrix(goal.output));
  return trace.taps > 1 && kernel.data.every((weight) => weight.mul(trace.taps).equals(1));
}

/** Whether the kernel is its own half turn. */
export function conventionsReached(_: unknown, __: WindowSettings, { traces }: WindowRun): boolean {
  const [asItIs, turned] = traces;
  return turned !== undefined && sameTensor(asItIs.weights, turned.weights);
}
