import { sameTensor } from '$lib/engine';
import type { BankGoal } from './goal-schema';
import type { BankRun } from './run';
import type { BankSettings } from './settings';

/** Whether a filter bank does what was asked of it. */
export function reached(goal: BankGoal, { input, groups }: BankSettings, { parts }: BankRun): boolean {
  if (goal.name === 'depthwise') return input.length > 1 && groups === input.length;
  const channel = input[goal.channel - 1];
  return channel !== undefined && parts.some((part) => sameTensor(part.output(), channel));
}
