import type { Answer } from '$lib/exercise';

/** The first whole number among the answers of a rule that comes to one number; null where there is none. */
export function wholeOutcome(answers: readonly Answer[]): number | null {
  const found = answers.map(([value]) => value).find((value) => value?.d === 1n);
  return found?.valueOf() ?? null;
}
