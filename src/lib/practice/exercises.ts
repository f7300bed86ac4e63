/**
 * The pure door of the practice: the kinds of exercise as arithmetic, and the question that belongs to a seed. It knows no
 * pictures and no words, so plain Node makes and marks questions with it. The table is made from the folders of the
 * kinds (scripts/doors.mjs).
 */
import { generateQuestion, type ExerciseKind, type Level, type Question } from '$lib/exercise';
import { EXERCISES } from './doors/exercises';
import type { ExerciseName } from './names';

export { EXERCISE_NAMES, isExercise } from './names';
export type { ExerciseName } from './names';

/** The kind of that name. */
export function exerciseKind(name: ExerciseName): ExerciseKind {
  return EXERCISES[name] as ExerciseKind;
}

/** The question of a kind, a level and a seed. */
export function questionOf(name: ExerciseName, level: Level, seed: number): Question {
  return generateQuestion(name, exerciseKind(name), level, seed);
}
