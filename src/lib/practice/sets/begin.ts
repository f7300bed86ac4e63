/** How a set is begun: what the page that asks it finds in its address, and the questions that follow from it. */
import { readSet, setQuery, type SetReading } from './address';
import { normalisedVariant, pointsOf, questionsOfSet, type SetQuestion } from './questions';
import { shownName, type QuestionResult, type SetResult } from './result-code';
import { setMark, type PracticeSet } from './set';
import { questionOf } from '../exercises';

export interface BegunSet extends SetReading {
  /** The name or number that the student typed; empty where none was asked for. */
  readonly name: string;
  readonly questions: readonly SetQuestion[];
}

/** The query with which a student begins. */
export function beginQuery(set: PracticeSet, name: string): string {
  return `${setQuery(set)}&who=${encodeURIComponent(shownName(name))}`;
}

/** The set that somebody has begun, with the questions in their order; null before that. */
export function readBegun(query: URLSearchParams): BegunSet | null {
  const who = query.get('who');
  const reading = readSet(query);
  if (who === null || reading.set.kinds.length === 0) return null;
  const name = shownName(who);
  if (reading.set.perStudent && normalisedVariant(name) === null) return null;
  return { ...reading, name, questions: questionsOfSet(reading.set, reading.set.perStudent ? name : null) };
}

/** What a student sends to the teacher at the end. */
export function resultOf(set: PracticeSet, name: string, questions: readonly QuestionResult[]): SetResult {
  return { set: setMark(set), name: shownName(name), questions };
}

/** What the questions came to, all of them: those that nobody came to have no points. */
export function resultsOf(
  questions: readonly SetQuestion[],
  done: readonly QuestionResult[]
): QuestionResult[] {
  return questions.map(({ name, level, seed }, index) => {
    const result = done[index];
    if (!result) return { points: 0, of: pointsOf(questionOf(name, level, seed)), rule: null };
    return { points: result.points, of: result.of, rule: result.rule };
  });
}
