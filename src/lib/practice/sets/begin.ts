/** How a set is begun: what the page that asks it finds in its address, and the questions that follow from it. */
import { readSet, setQuery, type SetReading } from './address';
import { questionsOfSet, type SetQuestion } from './questions';
import { shownName, type QuestionResult, type SetResult } from './result-code';
import { setMark, type PracticeSet } from './set';

export interface BegunSet extends SetReading {
  /** The name or number that the student typed; empty where none was asked for. */
  readonly name: string;
  readonly questions: readonly SetQuestion[];
}

/** The query with which a student begins. */
export function beginQuery(set: PracticeSet, name: string): string {
  const shown = shownName(name);
  return setQuery(set) + (shown === '' ? '' : `&who=${encodeURIComponent(shown)}`);
}

/** The set that somebody has begun, with the questions in their order. */
export function readBegun(query: URLSearchParams): BegunSet {
  const reading = readSet(query);
  const name = shownName(query.get('who') ?? '');
  return { ...reading, name, questions: questionsOfSet(reading.set, reading.set.perStudent ? name : null) };
}

/** What a student sends to the teacher at the end. */
export function resultOf(set: PracticeSet, name: string, questions: readonly QuestionResult[]): SetResult {
  return { set: setMark(set), name: shownName(name), questions };
}
