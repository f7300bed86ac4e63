import type { Level } from '$lib/exercise';
import { isRight, type AnswerRecord } from '../records/record';

/** Days until a kind of exercise is due again, longer each time that it was known when it was due. */
export const INTERVALS = [1, 3, 7, 21] as const;

/** When a kind is due again. */
export interface Review {
  readonly kind: string;
  /** The level at which it was last known, or else tried. */
  readonly level: Level;
  /** Where it stands in {@link INTERVALS}. */
  readonly stage: number;
  /** The beginning of the day on which it is due, in milliseconds since 1970. */
  readonly dueAt: number;
}

/** The beginning of the learner's own day, so many days after a moment: also where a day has 23 hours. */
function dayAfter(at: number, days: number): number {
  const day = new Date(at);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() + days);
  return day.getTime();
}

function next(before: Review | undefined, answer: AnswerRecord): Review {
  const { kind, at } = answer;
  const right = isRight(answer);
  const level = right || !before ? answer.level : before.level;
  const again = (stage: number): Review => ({
    kind,
    level,
    stage,
    dueAt: dayAfter(at, INTERVALS[stage] ?? 1)
  });
  if (!right || !before) return again(0);
  // Practised ahead of time: the date stands.
  if (at < before.dueAt) return { ...before, level };
  return again(Math.min(before.stage + 1, INTERVALS.length - 1));
}

/**
 * When each kind that was ever answered is due.
 *
 * @param answers the oldest first
 */
export function reviews(answers: readonly AnswerRecord[]): readonly Review[] {
  const byKind = new Map<string, Review>();
  for (const answer of answers) byKind.set(answer.kind, next(byKind.get(answer.kind), answer));
  return [...byKind.values()];
}

/** What is due at a moment, what has waited longest first. */
export function dueReviews(answers: readonly AnswerRecord[], now: number): readonly Review[] {
  return reviews(answers)
    .filter(({ dueAt }) => dueAt <= now)
    .sort((one, other) => one.dueAt - other.dueAt);
}
