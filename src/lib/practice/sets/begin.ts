/** How a set is begun: what the page that asks it finds in its address. */
import { readSet, setQuery, type SetReading } from './address';
import { shownName, type QuestionResult, type SetResult } from './result-code';
import { setMark, type PracticeSet } from './set';
import { normalisedVariant } from './variant';

export interface BegunSet extends SetReading {
  /** The name or number that the student typed; empty where none was asked for. */
  readonly name: string;
}

/** The query with which a student begins. */
export function beginQuery(set: PracticeSet, name: string): string {
  return `${setQuery(set)}&who=${encodeURIComponent(shownName(name))}`;
}

/** The set that somebody has begun; null before that. */
export function readBegun(query: URLSearchParams): BegunSet | null {
  const who = query.get('who');
  const reading = readSet(query);
  if (who === null || reading.set.kinds.length === 0) return null;
  const name = shownName(who);
  if (reading.set.perStudent && normalisedVariant(name) === null) return null;
  return { ...reading, name };
}

/** What a student sends to the teacher at the end. */
export function resultOf(set: PracticeSet, name: string, questions: readonly QuestionResult[]): SetResult {
  return { set: setMark(set), name: shownName(name), questions };
}
