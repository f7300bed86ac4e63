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
      const faults = questions.flatMap(({ seed, answer, targets }) => {
        const wrong = targets.map((target) => [text(target.answer), target.rule] as const);
        const ruleOf = new Map(wrong);
        const isTruth = ruleOf.has(text(answer));
        const agree = wrong.some(([answer, rule]) => ruleOf.get(answer) !== rule);
        const few = new Set(ruleOf.values()).size < (kind.leastTargets ?? 2);
        return isTruth || agree || few ? [{ seed, isTruth, agree, few }] : [];
      });
      expect(faults).toEqual([]);
    });

    it('no rule of the kind comes to the answer, whether it is a target or not', () => {
      const faults = questions.flatMap(({ seed, parameters, answer }) => {
        const right = text(answer);
        const rules = Object.entries(kind.wrong).filter(([, wrong]) =>
          wrong(parameters).map(text).includes(right)
        );
        return rules.map(([rule]) => `seed ${seed}: ${rule}`);
      });
      expect(faults).toEqual([]);
    });

    it('the answer is worth all points, a misconception is named, and nothing is nothing', () => {
      const faults = questions.slice(0, 200).flatMap((question) => {
        const { seed, answer, targets } = question;
        const right = markAnswer(kind, question, answer);
        const wrong = targets.map((target) => ({
          target,
          marked: markAnswer(kind, question, target.answer)
        }));
        const nothing = markAnswer(
          kind,
          question,
          answer.map(() => null)
        );
        return [
          ...(right.correct && right.points === right.of && right.rule === null ? [] : [{ seed, right }]),
          ...(nothing.correct || nothing.points !== 0 || nothing.rule !== null ? [{ seed, nothing }] : []),
          ...wrong
            .filter(
              ({ target, marked }) =>
                marked.correct || marked.rule !== target.rule || marked.points > marked.of
            )
            .map(({ marked }) => ({ seed, marked }))
        ];
      });
      expect(faults).toEqual([]);
    });

    it('has as many entries as its form', () => {
      const faults = questions.filter(({ form, answer }) => {
        const entries = {
          number: () => 1,
          fields: () => ('count' in form ? form.count : 0),
          grid: () => ('rows' in form ? form.rows * form.columns : 0),
          cells: () => ('rows' in form ? form.rows * form.columns : 0),
          place: () => 2,
          choice: () => 1
        };
        return answer.length !== entries[form.form]();
      });
      expect(faults.map(({ seed }) => seed)).toEqual([]);
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
