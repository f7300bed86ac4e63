import { EXERCISE_NAMES, type ExerciseName } from '../exercises';
import { loadKinds } from './load-kinds';

/** What each kind of exercise is called, in the language of the page. */
export async function kindTitles(): Promise<Record<ExerciseName, string>> {
  const kinds = await loadKinds(EXERCISE_NAMES);
  const pairs = [...kinds].map(([name, kind]) => [name, kind.title()] as const);
  return Object.fromEntries(pairs) as Record<ExerciseName, string>;
}
