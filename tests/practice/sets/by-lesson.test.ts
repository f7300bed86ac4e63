import { EXERCISE_NAMES } from '$lib/practice';
import { kindsByLesson } from '$lib/practice/sets/by-lesson';
import { expect, it } from 'vitest';

const lesson = (number: number, exercises: readonly string[]) => ({
  slug: `lesson-${number}`,
  number,
  title: `Lesson ${number}`,
  exercises
});

it('each kind stands with the first lesson that has it, the others by themselves', () => {
  const groups = kindsByLesson([
    lesson(1, ['not-written']),
    lesson(2, ['output-size']),
    lesson(3, ['output-size', 'output-cell'])
  ]);
  expect(groups.slice(0, 2).map(({ lesson, names }) => [lesson?.number, names])).toEqual([
    [2, ['output-size']],
    [3, ['output-cell']]
  ]);
  expect(groups.flatMap(({ names }) => names).sort()).toEqual([...EXERCISE_NAMES].sort());
});
