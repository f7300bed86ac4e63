import { EXERCISE_NAMES, type ExerciseName } from '../names';

/** A lesson as a teacher chooses by it, with the kinds of exercise that belong to it. */
export interface LessonOfKinds {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly exercises: readonly string[];
}

export interface LessonKinds {
  /** Null for the kinds of no lesson. */
  readonly lesson: LessonOfKinds | null;
  readonly names: readonly ExerciseName[];
}

/** The kinds of exercise by lesson, each once: with the first lesson that has it, or by themselves at the end. */
export function kindsByLesson(lessons: readonly LessonOfKinds[]): LessonKinds[] {
  const left = new Set(EXERCISE_NAMES);
  const take = (names: Iterable<string>) =>
    EXERCISE_NAMES.filter((name) => new Set(names).has(name) && left.delete(name));
  const groups: LessonKinds[] = lessons.map((lesson) => ({ lesson, names: take(lesson.exercises) }));
  return [...groups, { lesson: null, names: take(EXERCISE_NAMES) }].filter(({ names }) => names.length > 0);
}
