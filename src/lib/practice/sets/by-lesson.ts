import { EXERCISE_NAMES, type ExerciseName } from '../exercises';

/** The lesson after which a kind can be done, by its slug; a kind that is not listed stands at the end, by itself. */
const LESSONS: Readonly<Record<string, string>> = {
  'output-cell': 'convolution',
  'output-size': 'output-size'
};

export interface LessonKinds {
  /** The slug of the lesson; null for the kinds of no lesson. */
  readonly lesson: string | null;
  readonly names: readonly ExerciseName[];
}

/** The kinds of exercise by lesson. @param slugs the lessons in the order of the course */
export function kindsByLesson(slugs: readonly string[]): LessonKinds[] {
  const of = (name: ExerciseName) => LESSONS[name] ?? null;
  const listed = slugs.map((lesson) => ({
    lesson,
    names: EXERCISE_NAMES.filter((name) => of(name) === lesson)
  }));
  const rest = EXERCISE_NAMES.filter((name) => !slugs.includes(of(name) ?? ''));
  return [...listed, { lesson: null, names: rest }].filter(({ names }) => names.length > 0);
}
