import { LEVELS, markAnswer, type Question } from '$lib/exercise';
import { EXERCISE_NAMES, exerciseKind, questionOf } from '$lib/practice/exercises';
import { describe, expect, it } from 'vitest';

/** The levels take turns: each seed draws other numbers at each of them. */
const SEEDS = Array.from({ length: 1_000 }, (_, seed) => seed);
const seedsOf = (level: number) => SEEDS.filter((seed) => seed % LEVELS.length === level % LEVELS.length);

const text = (answer: Question['answer']) => answer.map((value) => value.toFraction()).join(' ');

/** What every kind of exercise owes: a thousand seeds, and every level. */
describe.each(EXERCISE_NAMES)('%s', (name) => {
  const kind = exerciseKind(name);
  const byLevel = new Map(
    LEVELS.map((level) => [level, seedsOf(level).map((seed) => questionOf(name, level, seed))] as const)
  );

  describe.each(LEVELS)('level %i', (level) => {
    const questions = byLevel.get(level) ?? [];

    it('no misconception comes to the answer, nor two to the same one', () => {
      for (const { seed, answer, targets } of questions) {
        const right = text(answer);
        const rules = new Map<string, string>();
        for (const target of targets) {
          const wrong = text(target.answer);
          expect(wrong, `seed ${seed}: ${target.rule}`).not.toBe(right);
          expect(rules.get(wrong) ?? target.rule, `seed ${seed}: ${wrong}`).toBe(target.rule);
          rules.set(wrong, target.rule);
        }
        expect(new Set(rules.values()).size, `seed ${seed}`).toBeGreaterThanOrEqual(kind.leastTargets ?? 2);
      }
    });

    it('no rule of the kind comes to the answer, whether it is a target or not', () => {
      for (const { seed, parameters, answer } of questions) {
        const right = text(answer);
        const rules = Object.entries(kind.wrong).filter(([, wrong]) =>
          wrong(parameters).map(text).includes(right)
        );
        expect(rules, `seed ${seed}`).toEqual([]);
      }
    });

    it('the answer is worth all points, a misconception is named, and nothing is nothing', () => {
      for (const question of questions.slice(0, 200)) {
        const right = markAnswer(kind, question, question.answer);
        expect(right).toMatchObject({ correct: true, points: right.of, rule: null });
        for (const { rule, answer } of question.targets) {
          const marked = markAnswer(kind, question, answer);
          expect(marked, `seed ${question.seed}: ${rule}`).toMatchObject({ correct: false, rule });
          expect(marked.points).toBeLessThanOrEqual(marked.of);
        }
        const nothing = markAnswer(
          kind,
          question,
          question.answer.map(() => null)
        );
        expect(nothing).toMatchObject({ correct: false, points: 0, rule: null });
      }
    });

    it('has as many entries as its form', () => {
      for (const { form, answer } of questions) {
        const entries = {
          number: () => 1,
          fields: () => ('count' in form ? form.count : 0),
          grid: () => ('rows' in form ? form.rows * form.columns : 0),
          cells: () => ('rows' in form ? form.rows * form.columns : 0),
          place: () => 2,
          choice: () => 1
        };
        expect(answer).toHaveLength(entries[form.form]());
      }
    });

    it('asks many different questions, each the same for the same seed', () => {
      const asked = new Set(questions.map(({ parameters }) => JSON.stringify(parameters)));
      expect(asked.size).toBeGreaterThan(20);
      for (const question of [...questions.slice(0, 2), ...questions.slice(-1)]) {
        expect(questionOf(name, level, question.seed)).toEqual(question);
      }
    });
  });

  it('finds each of its misconceptions in some question', () => {
    const found = new Set(
      [...byLevel.values()].flat().flatMap(({ targets }) => targets.map(({ rule }) => rule))
    );
    expect([...found].sort()).toEqual(Object.keys(kind.wrong).sort());
  });
});
