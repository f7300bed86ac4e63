import { EXERCISE_NAMES, isExercise } from '../names';
import type { AnswerRecord } from '../records/record';
import { planOf, readSessionLink, type SessionLink } from './link';
import type { KindLevel, SessionPlan } from './plan';
import { dueReviews } from './review';

/** A session as a link means it. */
export interface Opening {
  readonly link: SessionLink;
  /** Null where nothing is due for review. */
  readonly plan: SessionPlan | null;
}

/** What is due, as far as there are such kinds. */
export function dueItems(answers: readonly AnswerRecord[], now: number): readonly KindLevel[] {
  return dueReviews(answers, now)
    .filter(({ kind }) => isExercise(kind))
    .map(({ kind, level }) => ({ kind, level }));
}

/**
 * Reads the address of a session.
 *
 * @param answers what was answered before, the oldest first: a review asks what is due of it
 * @param now milliseconds since 1970
 * @param seed for a link without one
 */
export function openLink(
  parameters: Pick<URLSearchParams, 'get'>,
  answers: readonly AnswerRecord[],
  now: number,
  seed: number
): Opening {
  const link = readSessionLink(parameters, isExercise);
  const everything =
    link.mode === 'review'
      ? dueItems(answers, now)
      : EXERCISE_NAMES.map((kind): KindLevel => ({ kind, level: 1 }));
  const plan = planOf(link, everything, seed);
  return { link, plan: plan.items.length > 0 ? plan : null };
}
