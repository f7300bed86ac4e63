import { otherQuestion, pressed, secondsLeft, type ClassQuestion } from '$lib/present/class-question';
import { expect, it } from 'vitest';

const ASKED: ClassQuestion = { name: 'output-size', level: 1, seed: 5, shown: 0, ends: 60_000 };

it('goes on to the answer, which ends the time to think, and back to the question', () => {
  const answered = pressed(ASKED, 1);
  expect(answered).toEqual({ ...ASKED, shown: 1, ends: null });
  expect(answered && pressed(answered, -1)).toEqual({ ...ASKED, ends: null });
});

it('is over when one goes back from the question itself', () => {
  expect(pressed(ASKED, -1)).toBeNull();
});

it('is asked anew, without its answer and without a limit, when another one is wanted', () => {
  const shown: ClassQuestion = { ...ASKED, shown: 3 };
  expect(otherQuestion(shown, { level: 2, seed: 9 })).toEqual({ ...ASKED, level: 2, seed: 9, ends: null });
});

it.each([
  [60_000, 0, 60],
  [60_000, 59_001, 1],
  [60_000, 60_000, 0],
  [60_000, 99_000, 0]
])('of a time that ends at %i there are, at %i, %i seconds left', (ends, now, left) => {
  expect(secondsLeft(ends, now)).toBe(left);
});
