import * as m from '$lib/paraglide/messages';
import type { KeepProblem } from '../records/store';
import { MOST_QUESTIONS, type SessionLink, type SessionLinkProblem } from './link';
import type { Mode } from './modes';

const MODE_NAMES: Record<Mode, () => string> = {
  lesson: m.practice_mode_lesson,
  mixed: m.practice_mode_mixed,
  mastery: m.practice_mode_mastery,
  review: m.practice_mode_review,
  test: m.practice_mode_test
};

export const modeName = (mode: Mode): string => MODE_NAMES[mode]();

/** What of a link could not be used, and what happens instead. */
export function linkProblemTexts({ problems, unknown, items }: SessionLink): string[] {
  const texts: Record<SessionLinkProblem, () => string> = {
    mode: m.practice_link_mode,
    kinds: () => {
      const names = unknown.map((name) => `“${name}”`).join(', ');
      return items.length > 0 ? m.practice_link_kinds({ names }) : m.practice_link_no_kinds({ names });
    },
    level: m.practice_link_level,
    seed: m.practice_link_seed,
    count: m.practice_link_count,
    'too-many': () => m.practice_link_too_many({ most: MOST_QUESTIONS })
  };
  return problems.map((problem) => texts[problem]());
}

const KEEP_PROBLEMS: Record<KeepProblem, () => string> = {
  forbidden: m.practice_not_kept_forbidden,
  full: m.practice_not_kept_full,
  newer: m.practice_not_kept_newer
};

export const keepProblemText = (problem: KeepProblem): string => KEEP_PROBLEMS[problem]();
