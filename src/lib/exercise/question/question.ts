import type { Fraction } from '$lib/engine';
import type { Draw } from './draw';

/** How hard a question is. */
export const LEVELS = [1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];

/**
 * How an answer is written down. Every form comes to a row of exact numbers: that of a grid has its cells in reading
 * order, a place is its row and column counted from 0, cells are 1 where chosen and 0 elsewhere, a choice is its index.
 */
export type AnswerForm =
  | { readonly form: 'number' }
  | { readonly form: 'fields'; readonly count: number }
  | { readonly form: 'grid'; readonly rows: number; readonly columns: number }
  | {
      readonly form: 'place';
      readonly rows: number;
      readonly columns: number;
      /** What is placed by its upper left cell; a single cell without it. */
      readonly window?: { readonly rows: number; readonly columns: number };
    }
  | { readonly form: 'cells'; readonly rows: number; readonly columns: number }
  | { readonly form: 'choice'; readonly count: number };

export type Answer = readonly Fraction[];

/** What somebody answers who follows a wrong rule. */
export interface Target<Rule extends string = string> {
  readonly rule: Rule;
  readonly answer: Answer;
}

/**
 * A kind of exercise, as far as it knows no words and no pictures. Parameters are plain data (numbers, strings, arrays),
 * so that they survive being stored. The methods take parameters of any kind: only the kind's own ever reach them.
 */
export interface ExerciseKind<Parameters = unknown, Rule extends string = string> {
  /** The parameters of a question; null where the draw was an unlucky one, which is drawn again. */
  draw(draw: Draw, level: Level): Parameters | null;
  form(parameters: Parameters): AnswerForm;
  answer(parameters: Parameters): Answer;
  /**
   * The misconceptions, most important first, as rules that are run: all answers to which a rule may lead, none where it
   * says nothing about these parameters (stride 1 is neither ignored nor multiplied).
   */
  readonly wrong: Readonly<Record<Rule, { of(parameters: Parameters): readonly Answer[] }['of']>>;
  /** How many misconceptions a question must tell from the truth and from each other: two, unless said otherwise. */
  readonly leastTargets?: number;
  /**
   * The right entries as they follow from the learner's own earlier ones (null where there is none), so that a mistake
   * that is carried forward counts once.
   */
  carried?(parameters: Parameters, given: readonly (Fraction | null)[]): Answer;
}

/** A question with its numbers, its answer, and what misconceptions would answer. */
export interface Question<Parameters = unknown> {
  readonly kind: string;
  readonly level: Level;
  readonly seed: number;
  readonly parameters: Parameters;
  readonly form: AnswerForm;
  readonly answer: Answer;
  /** Each differs from the answer, and no two rules share one. */
  readonly targets: readonly Target[];
}
