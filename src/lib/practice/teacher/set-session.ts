import { keepAnswers } from '../records/store';
import { keptSession } from '../session/kept';
import type { SessionPlan } from '../session/plan';
import { Session } from '../session/session.svelte';
import type { SetQuestion } from '../sets/questions';
import type { PracticeSet } from '../sets/set';
import { loadKind } from './load-kinds';

const world = { load: loadKind, keep: keepAnswers, now: () => Date.now() };

/** The session that asks the questions of a set, one after the other. */
function planOf(set: PracticeSet, questions: readonly SetQuestion[]): SessionPlan {
  return {
    mode: set.feedback ? 'lesson' : 'test',
    items: set.kinds.map(({ name, level }) => ({ kind: name, level })),
    seed: set.seed,
    count: set.number,
    laid: {
      questions: questions.map(({ name, level, seed }) => ({ kind: name, level, seed })),
      hints: set.hints
    }
  };
}

/** Begins a set, or goes on with it where this tab left it. @param key the address under which it is remembered */
export async function openSession(
  set: PracticeSet,
  questions: readonly SetQuestion[],
  key: string
): Promise<Session> {
  const kept = keptSession(key);
  const session = new Session(planOf(set, questions), world);
  try {
    await (kept ? session.restore(kept) : session.start());
    return session;
  } catch {
    // What this tab remembers is of no use: the set begins anew.
    const anew = new Session(planOf(set, questions), world);
    await anew.start();
    return anew;
  }
}

const KEY = 'stride-set-begun';

/** When this tab began a set, in milliseconds since 1970: a reload gives nobody more time. */
export function begunAt(key: string, now: number): number {
  try {
    const [known, at] = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as [string?, number?];
    if (known === key && typeof at === 'number') return at;
    sessionStorage.setItem(KEY, JSON.stringify([key, now]));
  } catch {
    // Where nothing can be kept, the time runs from now.
  }
  return now;
}

/** The time that is left, as a clock shows it: `4:05`. @param milliseconds not negative */
export function clockText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`;
}
