import type { Level } from '$lib/exercise';
import type { ExerciseName } from '$lib/practice';

/** A question to the class. Whoever knows this knows all of it: every window makes the same question from it. */
export interface ClassQuestion {
  readonly name: ExerciseName;
  readonly level: Level;
  readonly seed: number;
  /** 0 while it is asked, 1 with its answer, then one wrong answer after the other. */
  readonly shown: number;
  /** When the time to think is over, in milliseconds since 1970; null without a limit. */
  readonly ends: number | null;
}

/** What can be asked for instead: another question is one that was not shown yet, and has no limit. */
export type Wish = Partial<Pick<ClassQuestion, 'name' | 'level' | 'seed'>>;

/** Seconds that a teacher can give. */
export const LIMITS = [30, 60, 120] as const;

export function otherQuestion(question: ClassQuestion, wish: Wish): ClassQuestion {
  return { ...question, ...wish, shown: 0, ends: null };
}

/** One press on or back; null when it is over. */
export function pressed(question: ClassQuestion, by: 1 | -1): ClassQuestion | null {
  const shown = question.shown + by;
  return shown < 0 ? null : { ...question, shown, ends: shown > 0 ? null : question.ends };
}

/** Whole seconds that are left, not below 0. */
export function secondsLeft(ends: number, now: number): number {
  return Math.max(0, Math.ceil((ends - now) / 1000));
}
