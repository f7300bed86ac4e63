import { Draw, type Level } from '$lib/exercise';
import { masteryAfter, type Tried } from './mastery';
import type { Mode } from './modes';

/** A kind of exercise at a level. */
export interface KindLevel {
  readonly kind: string;
  readonly level: Level;
}

/** What a session asks. */
export interface SessionPlan {
  readonly mode: Mode;
  readonly items: readonly KindLevel[];
  /** The first of the seeds: the next question has the next one. */
  readonly seed: number;
  /** How many questions there are; with mastery, as many as it takes. */
  readonly count: number;
  /** What a teacher has laid down: these questions and no others, and whether there are hints. */
  readonly laid?: { readonly questions: readonly LaidQuestion[]; readonly hints: boolean };
}

/** A question that is asked as it stands. */
export interface LaidQuestion extends KindLevel {
  readonly seed: number;
}

/** A question of a session. */
export interface Turn extends KindLevel {
  readonly seed: number;
  /** Whether it was asked for besides what was planned: a fresh variant. */
  readonly extra: boolean;
}

/** A question that is done. */
export interface DoneTurn extends Turn {
  readonly right: boolean;
}

/** The kinds in the order in which they are asked. */
function orderOf({ mode, items, seed, count }: SessionPlan): KindLevel[] {
  const draw = new Draw(seed);
  const rounds = Math.ceil(count / Math.max(1, items.length));
  return Array.from({ length: rounds }, () => (mode === 'mixed' ? draw.shuffled(items) : items))
    .flat()
    .slice(0, count);
}

/** One kind after the other, each until it is mastered. */
function nextForMastery({ items, seed }: SessionPlan, done: readonly DoneTurn[]): Turn | null {
  for (const { kind, level } of items) {
    const tried: readonly Tried[] = done.filter((turn) => turn.kind === kind);
    const reached = masteryAfter(tried, level);
    if (!reached.mastered) return { kind, level: reached.level, seed: seed + done.length, extra: false };
  }
  return null;
}

/**
 * The question that follows what was done; null at the end.
 *
 * @param done in the order in which they were asked
 */
export function nextTurn(plan: SessionPlan, done: readonly DoneTurn[]): Turn | null {
  if (plan.laid) {
    const question = plan.laid.questions[done.length];
    return question ? { ...question, extra: false } : null;
  }
  if (plan.mode === 'mastery') return nextForMastery(plan, done);
  const index = done.filter(({ extra }) => !extra).length;
  const item = orderOf(plan)[index];
  return item ? { ...item, seed: plan.seed + index, extra: false } : null;
}

/** The same kind once more with a seed that the session has not had and will not have. */
export function freshVariant(plan: SessionPlan, done: readonly DoneTurn[], turn: Turn): Turn {
  const extras = done.filter(({ extra }) => extra).length;
  return { kind: turn.kind, level: turn.level, seed: plan.seed + plan.count + extras, extra: true };
}
