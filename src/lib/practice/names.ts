import { EXERCISE_NAMES } from './doors/names';

export { EXERCISE_NAMES };

/** The name of a kind of exercise. */
export type ExerciseName = (typeof EXERCISE_NAMES)[number];

export function isExercise(name: string): name is ExerciseName {
  return EXERCISE_NAMES.some((known) => known === name);
}

/** A kind of exercise, by name and in words. */
export interface ExerciseTitle {
  readonly name: ExerciseName;
  readonly title: string;
}
