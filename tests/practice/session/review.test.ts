import { dueReviews, reviews } from '$lib/practice/session/review';
import type { AnswerRecord } from '$lib/practice/records/record';
import { describe, expect, it } from 'vitest';

/** A moment of a day, as the clock of the machine counts it. */
const on = (day: number, hour = 12) => new Date(2026, 2, day, hour).getTime();

const answer = (at: number, right = true, changes: Partial<AnswerRecord> = {}): AnswerRecord => ({
  kind: 'output-size',
  level: 1,
  seed: at,
  points: right ? 1 : 0,
  of: 1,
  rule: null,
  at,
  confidence: null,
  ...changes
});

const dueDay = (answers: readonly AnswerRecord[]) => new Date(reviews(answers)[0]?.dueAt ?? NaN).getDate();

describe('a review', () => {
  it('is due after 1, 3, 7 and 21 days, each counted from the day before', () => {
    const answers: AnswerRecord[] = [];
    // 1 March, then as soon as it is due: 2, 5, 12 March, and 21 days after that.
    for (const day of [1, 2, 5]) {
      answers.push(answer(on(day)));
    }
    expect(answers.map((_, index) => dueDay(answers.slice(0, index + 1)))).toEqual([2, 5, 12]);
    expect(new Date(reviews([...answers, answer(on(12))])[0]?.dueAt ?? 0)).toEqual(new Date(2026, 3, 2));
  });

  it('is due with the day, not with the hour', () => {
    const late = [answer(on(1, 23))];
    expect(dueReviews(late, on(1, 23))).toEqual([]);
    expect(dueReviews(late, on(2, 0))).toHaveLength(1);
  });

  it('begins anew after a wrong answer', () => {
    const answers = [answer(on(1)), answer(on(2)), answer(on(5), false)];
    expect(dueDay(answers)).toBe(6);
  });

  it('stays where it is when something is practised ahead of time', () => {
    expect(dueDay([answer(on(1)), answer(on(2)), answer(on(3))])).toBe(5);
    expect(dueDay([answer(on(1)), answer(on(2)), answer(on(3), false)])).toBe(4);
  });

  it('asks at the level that was last known', () => {
    const answers = [answer(on(1), true, { level: 2 }), answer(on(1, 13), false, { level: 3 })];
    expect(reviews(answers)[0]?.level).toBe(2);
  });

  it('is due for each kind by itself, what waited longest first', () => {
    const answers = [answer(on(1)), answer(on(2), true, { kind: 'output-cell' })];
    expect(dueReviews(answers, on(2)).map(({ kind }) => kind)).toEqual(['output-size']);
    expect(dueReviews(answers, on(9)).map(({ kind }) => kind)).toEqual(['output-size', 'output-cell']);
  });
});
