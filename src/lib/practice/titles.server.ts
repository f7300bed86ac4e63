/** The kinds of exercise in words, for pages that name them without fetching them (the build's door). */
import { loadQuestionKind } from './index';
import { isExercise, type ExerciseTitle } from './names';

/** Of names that there are kinds for, in the language of the page that is being rendered. */
export function exerciseTitles(names: readonly string[]): Promise<ExerciseTitle[]> {
  return Promise.all(
    names.filter(isExercise).map(async (name) => ({ name, title: (await loadQuestionKind(name)).title() }))
  );
}
