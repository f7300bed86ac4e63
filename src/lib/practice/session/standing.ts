import { LEVELS, type Level } from '$lib/exercise';
import { isRight, type AnswerRecord } from '../records/record';
import { STREAK } from './mastery';

/** How somebody stands with a kind of exercise. */
export interface KindStanding {
  readonly count: number;
  readonly right: number;
  /** The levels at which so many variants were right in a row as mastery asks for. */
  readonly levels: readonly Level[];
}

function hasStreak(answers: readonly AnswerRecord[]): boolean {
  let streak = new Set<number>();
  for (const answer of answers) {
    if (isRight(answer)) streak.add(answer.seed);
    else streak = new Set();
    if (streak.size >= STREAK) return true;
  }
  return false;
}

/** @param answers to one kind, the oldest first */
export function kindStanding(answers: readonly AnswerRecord[]): KindStanding {
  return {
    count: answers.length,
    right: answers.filter(isRight).length,
    levels: LEVELS.filter((level) => hasStreak(answers.filter((answer) => answer.level === level)))
  };
}
