import { LEVELS, type Level } from '$lib/exercise';

/** So many right answers in a row, to variants that differ, raise the level; so many wrong ones in a row lower it. */
export const STREAK = 3;
const FALLS = 2;
const HIGHEST = LEVELS.length as Level;

/** How far somebody has come with a kind of exercise. */
export interface Mastery {
  readonly level: Level;
  /** The right answers in a row, at this level. */
  readonly streak: number;
  readonly mastered: boolean;
}

/** An answer as far as mastery goes. */
export interface Tried {
  readonly level: Level;
  readonly seed: number;
  readonly right: boolean;
}

/**
 * What a row of answers to one kind comes to. Answers at another level than the one reached do not count, nor does a
 * variant that was answered before.
 *
 * @param start the level to begin with
 */
export function masteryAfter(answers: readonly Tried[], start: Level): Mastery {
  let level = start;
  let streak = 0;
  let falls = 0;
  const seen = new Set<string>();
  for (const answer of answers) {
    const variant = `${answer.level}.${answer.seed}`;
    if (answer.level !== level || seen.has(variant)) continue;
    seen.add(variant);
    streak = answer.right ? streak + 1 : 0;
    falls = answer.right ? 0 : falls + 1;
    if (streak === STREAK && level === HIGHEST) return { level, streak, mastered: true };
    if (streak === STREAK) level = (level + 1) as Level;
    else if (falls === FALLS && level > 1) level = (level - 1) as Level;
    else continue;
    streak = 0;
    falls = 0;
  }
  return { level, streak, mastered: false };
}
