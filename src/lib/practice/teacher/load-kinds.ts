import { QUESTIONS } from '../doors/questions';
import { isExercise, type ExerciseName } from '../names';
import type { QuestionKind } from '../question-kind';

/** Fetches the words of one kind. */
export function loadKind(name: string): Promise<QuestionKind> {
  return isExercise(name) ? QUESTIONS[name]() : Promise.reject(new RangeError(`there is no ${name}`));
}

/**
 * Fetches the words of some kinds.
 *
 * @throws {TypeError} when one of them cannot be fetched
 */
export async function loadKinds(names: Iterable<ExerciseName>): Promise<Map<ExerciseName, QuestionKind>> {
  const pairs = [...new Set(names)].map(async (name) => [name, await loadKind(name)] as const);
  return new Map(await Promise.all(pairs));
}
