import { isExercise } from '$lib/practice/exercises';
import { describe, expect, it } from 'vitest';
import { LESSONS } from '../data/lessons';

describe.each(LESSONS)('the exercises of $slug', ({ exercises }) => {
  it('are three, and none of them twice', () => {
    expect(new Set(exercises).size).toBe(3);
  });

  it('are kinds that there are', () => {
    expect(exercises.filter((name) => !isExercise(name))).toEqual([]);
  });
});
