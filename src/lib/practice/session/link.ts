import { LEVELS, type Level } from '$lib/exercise';
import { MODES, type Mode } from './modes';
import type { KindLevel, SessionPlan } from './plan';
import { LARGEST_SEED } from './seed';

/** A session has at most this many questions: more than anybody answers at a sitting. */
export const MOST_QUESTIONS = 50;

/** What of a link could not be used. */
export type SessionLinkProblem = 'mode' | 'kinds' | 'level' | 'seed' | 'count' | 'too-many';

export interface SessionLink {
  readonly mode: Mode;
  /** None where the link names none that there are. */
  readonly items: readonly KindLevel[];
  /** Null where the link has none. */
  readonly seed: number | null;
  readonly count: number | null;
  readonly problems: readonly SessionLinkProblem[];
  /** Names of kinds that there are not. */
  readonly unknown: readonly string[];
}

const ITEM = /^([a-z\d-]+)(?:\.(.*))?$/;
const LONGEST_NAME = 40;

function wholeNumber(text: string, most: number): number | null {
  return /^\d{1,9}$/.test(text) && Number(text) <= most ? Number(text) : null;
}

/**
 * Reads the address of a session: `mode=mixed&kinds=output-size.2,output-cell.1&seed=7&n=10`. What cannot be used is
 * named, and the rest is taken.
 *
 * @param isKind whether there is a kind of that name
 */
export function readSessionLink(
  parameters: Pick<URLSearchParams, 'get'>,
  isKind: (name: string) => boolean
): SessionLink {
  const problems = new Set<SessionLinkProblem>();
  const unknown: string[] = [];
  const named = parameters.get('mode');
  const mode = MODES.find((known) => known === named);
  if (named !== null && !mode) problems.add('mode');

  const items: KindLevel[] = [];
  for (const text of (parameters.get('kinds') ?? '').split(',').map((part) => part.trim())) {
    if (text === '') continue;
    const [, kind = '', at = '1'] = ITEM.exec(text) ?? [];
    if (!isKind(kind)) {
      problems.add('kinds');
      unknown.push(text.slice(0, LONGEST_NAME));
      continue;
    }
    const level = LEVELS.find((known) => `${known}` === at);
    if (!level) problems.add('level');
    const item = { kind, level: level ?? (1 as Level) };
    if (!items.some((other) => other.kind === kind && other.level === item.level)) items.push(item);
  }

  const seedText = parameters.get('seed');
  const seed = seedText === null ? null : wholeNumber(seedText, LARGEST_SEED);
  if (seedText !== null && seed === null) problems.add('seed');

  const countText = parameters.get('n');
  let count = countText === null ? null : wholeNumber(countText, LARGEST_SEED);
  if (countText !== null && (count === null || count === 0)) {
    problems.add('count');
    count = null;
  }
  if (count !== null && count > MOST_QUESTIONS) {
    problems.add('too-many');
    count = MOST_QUESTIONS;
  }
  return { mode: mode ?? 'mixed', items, seed, count, problems: [...problems], unknown };
}

/** The query of a session, or of how one begins where it has no seed yet. */
export function writeSessionLink({
  mode,
  items,
  seed,
  count
}: Pick<SessionPlan, 'mode' | 'items'> & Partial<SessionPlan>): string {
  const parts = [`mode=${mode}`];
  if (items.length > 0) parts.push(`kinds=${items.map(({ kind, level }) => `${kind}.${level}`).join(',')}`);
  if (seed !== undefined) parts.push(`seed=${seed}`);
  if (count !== undefined && mode !== 'mastery') parts.push(`n=${count}`);
  return `?${parts.join('&')}`;
}

/** How many questions a session has whose link does not say. */
const USUAL_COUNT = 10;

/**
 * The session that a link means.
 *
 * @param everything the kinds to ask where the link names none
 * @param seed for a link without one
 */
export function planOf(link: SessionLink, everything: readonly KindLevel[], seed: number): SessionPlan {
  const items = link.items.length > 0 ? link.items : everything;
  const usual = link.mode === 'lesson' || link.mode === 'review' ? items.length : USUAL_COUNT;
  return {
    mode: link.mode,
    items,
    seed: link.seed ?? seed,
    count: link.count ?? Math.min(Math.max(1, usual), MOST_QUESTIONS)
  };
}
