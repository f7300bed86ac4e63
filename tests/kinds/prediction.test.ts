import { lessonSchema } from '$lib/course';
import { WINDOW_RULES } from '$lib/exercise';
import { gradePrediction, KIND_MODELS } from '$lib/kinds/models';
import { Fraction } from '$lib/engine';
import type { Grain } from '$lib/trace';
import lesson from '$lessons/03-convolution/lesson';
import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { windowSettings } from '../data/scenes';

interface Predicted {
  readonly scene: string;
  readonly cell: number;
  readonly truth: number;
  /** What each wrong rule gives, worked out on paper from the figures. */
  readonly mistakes: Readonly<Record<string, number>>;
}

/** Every question of the lesson that is about small numbers; that of the photograph has its test with its kind. */
const QUESTIONS: readonly Predicted[] = [
  // Window 0 1 0 / 1 0 0 / 0 1 0 under 1 0 1 / 0 1 0 / 1 0 1: only one pair, 0 and 0, is equal.
  {
    scene: 'six-by-six',
    cell: 8,
    truth: 0,
    mistakes: { 'ignored-weights': 3, 'counted-matches': 1, added: 3 + 5 }
  },
  // Window 0 2 3 / 1 0 1 / 0 1 3, sum 11, under 1 2 0 / 3 2 1 / 0 1 3, sum 13; turned 3 1 0 / 1 2 3 / 0 2 1.
  {
    scene: 'four-by-four',
    cell: 2,
    truth: 18,
    mistakes: { 'turned-kernel': 2 + 1 + 3 + 2 + 3, 'not-moved': 12, added: 11 + 13 }
  },
  // Window 2 3 0 / 1 2 3 / 0 1 2 under 2 0 1 / 2 1 0 / 1 0 2; mirrored left to right 1 0 2 / 2 1 0 / 2 0 1.
  {
    scene: 'flipped',
    cell: 2,
    truth: 4 + 2 + 2 + 4,
    mistakes: { 'not-turned': 4 + 2 + 6 + 4, mirrored: 2 + 2 + 2 + 2 }
  }
];

const SCENES = parse(lessonSchema, lesson).scenes;

function asked({ scene, cell }: Predicted, grain: Grain) {
  const plan = SCENES.find(({ id }) => id === scene);
  if (!plan) throw new Error(`there is no scene ${scene}`);
  const kind = KIND_MODELS[plan.kind === 'two-conventions' ? 'two-conventions' : 'sliding-window'];
  const run = kind.model.run(windowSettings(plan), grain);
  const rules = plan.predictions.find((prediction) => prediction.cell === cell)?.rules ?? [];
  const grade = (answer: number | Fraction) => gradePrediction(kind, run, cell, new Fraction(answer), rules);
  return { grade, rules };
}

describe('the questions below', () => {
  it('are all the questions of the lesson but for that of the photograph', () => {
    const all = SCENES.filter(({ kind }) => kind !== 'photo-filter').flatMap(({ id, predictions }) =>
      predictions.map(({ cell }) => `${id} ${cell}`)
    );
    expect(QUESTIONS.map(({ scene, cell }) => `${scene} ${cell}`)).toEqual(all);
  });
});

describe.each(QUESTIONS)('$scene, cell $cell', (question) => {
  const grains: Grain[] = ['cell', 'product'];

  it.each(grains)('the true value is correct (%s)', (grain) => {
    const { grade } = asked(question, grain);
    expect(grade(question.truth)).toMatchObject({ code: 'correct' });
    expect(grade(question.truth).value.valueOf()).toBe(question.truth);
  });

  it.each(grains)('each mistake is named after its rule (%s)', (grain) => {
    const { grade, rules } = asked(question, grain);
    expect(Object.keys(question.mistakes).sort()).toEqual([...rules].sort());
    for (const [rule, answer] of Object.entries(question.mistakes)) {
      expect(grade(answer)).toMatchObject({ code: 'wrong', rule });
      expect(grade(answer).value.valueOf()).toBe(question.truth);
    }
  });

  it('no two mistakes look alike, and none looks like the truth', () => {
    const answers = [question.truth, ...Object.values(question.mistakes)];
    expect(new Set(answers).size).toBe(answers.length);
  });

  it.each(grains)('any other answer is wrong without a reason (%s)', (grain) => {
    const { grade } = asked(question, grain);
    const taken = [question.truth, ...Object.values(question.mistakes)];
    for (let answer = -5; answer < 40; answer++) {
      if (!taken.includes(answer)) expect(grade(answer)).toMatchObject({ code: 'wrong', rule: null });
    }
    expect(grade(new Fraction(1, 3))).toMatchObject({ code: 'wrong', rule: null });
  });
});

describe('every known misconception', () => {
  it('is listed by some question', () => {
    const listed = new Set(QUESTIONS.flatMap(({ mistakes }) => Object.keys(mistakes)));
    expect([...listed].sort()).toEqual(Object.keys(WINDOW_RULES).sort());
  });

  it('is listed by some question of some lesson', () => {
    const lessons = import.meta.glob<{ default: unknown }>('/lessons/*/lesson.ts', { eager: true });
    const listed = Object.values(lessons).flatMap((module) =>
      parse(lessonSchema, module.default).scenes.flatMap(({ predictions }) =>
        predictions.flatMap(({ rules }) => rules)
      )
    );
    const known = Object.values(KIND_MODELS).flatMap(({ wrong }) => Object.keys(wrong));
    expect([...new Set(listed)].sort()).toEqual([...new Set(known)].sort());
  });
});
