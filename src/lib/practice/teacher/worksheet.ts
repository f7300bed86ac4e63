/** What stands on a worksheet, and how it lies on paper. Sizes are millimetres. */
import type { Question } from '$lib/exercise';
import type { ExerciseName } from '../names';
import type { Given, QuestionKind } from '../question-kind';
import { drawSet, pointsOf } from '../sets/questions';
import { setCode, type PracticeSet } from '../sets/set';

/** A cell with a printed number, and one that a hand writes into. */
export const PRINTED_CELL = 7;
export const BLANK_CELL = 11;
/** Half of what lies between the margins of the narrower paper, without the gap and the question's number. */
const HALF_WIDTH = 78;
const GAP = 5;

/** A question on paper, with the kind that has its words. */
export interface PaperQuestion {
  /** Counted from 1. */
  readonly number: number;
  readonly kind: QuestionKind;
  readonly question: Question;
  readonly givens: readonly Given[];
  /** Whether it needs the whole width of the paper. */
  readonly wide: boolean;
  /** Whether the answer is a mark in what is given. */
  readonly markedInGiven: boolean;
}

/** One student's worksheet. */
export interface Worksheet {
  /** The set's code, and whose worksheet it is: `7K3M-05`; the set's alone where all have the same one. */
  readonly code: string;
  readonly questions: readonly PaperQuestion[];
  /** Narrow questions two beside each other: each row stays on one page. */
  readonly rows: readonly (readonly PaperQuestion[])[];
  readonly points: number;
}

/**
 * Whether a place is marked in what is given, as one would do it by hand, and not in an empty grid of its own: where the
 * input has the very cells that may be the answer.
 */
function isMarkedInGiven({ form }: Question, givens: readonly Given[]): boolean {
  return (
    form.form === 'place' &&
    givens.some(
      (given) =>
        given.type === 'matrix' &&
        given.role === 'input' &&
        given.rows.length === form.rows &&
        given.rows[0]?.length === form.columns
    )
  );
}

/** A printed cell is as wide as the longest number beside it needs. */
export function cellWidth(rows: readonly (readonly string[])[]): number {
  const longest = Math.max(0, ...rows.flatMap((row) => row.map((text) => text.length)));
  return Math.max(PRINTED_CELL, 3 + 2.2 * longest);
}

/** What an answer takes in width, where that is fixed. */
function answerWidth({ form }: Question): number {
  if (form.form === 'grid') return form.columns * BLANK_CELL;
  return form.form === 'place' || form.form === 'cells' ? (form.columns + 1) * PRINTED_CELL : 0;
}

/** Whether a question needs the whole width: what is given does not fit beside each other into half of it. */
function needsWidth(question: Question, givens: readonly Given[]): boolean {
  const widths = givens.map((given) =>
    given.type === 'matrix' ? (given.rows[0]?.length ?? 0) * cellWidth(given.rows) + GAP : 0
  );
  const given = widths.reduce((sum, width) => sum + width, -GAP);
  return Math.max(given, answerWidth(question)) > HALF_WIDTH;
}

function inRows(questions: readonly PaperQuestion[]): PaperQuestion[][] {
  const rows: PaperQuestion[][] = [];
  let open: PaperQuestion[] | null = null;
  for (const question of questions) {
    if (open && !question.wide) {
      open.push(question);
      open = null;
      continue;
    }
    const row = [question];
    rows.push(row);
    open = question.wide ? null : row;
  }
  return rows;
}

/** Whose worksheets are printed: nobody's in particular where one is for all. */
export function variantsOf(set: PracticeSet, count: number): (string | null)[] {
  if (count === 1 && !set.perStudent) return [null];
  return Array.from({ length: count }, (_, index) => `${index + 1}`);
}

/** The worksheet of a student, or of all. */
export function makeWorksheet(
  set: PracticeSet,
  variant: string | null,
  kinds: ReadonlyMap<ExerciseName, QuestionKind>
): Worksheet {
  const questions = drawSet(set, variant).flatMap(({ name, question }, index) => {
    const kind = kinds.get(name);
    if (!kind) return [];
    const givens = kind.givens(question.parameters);
    const wide = needsWidth(question, givens);
    const markedInGiven = isMarkedInGiven(question, givens);
    return [{ number: index + 1, kind, question, givens, wide, markedInGiven }];
  });
  return {
    code: variant === null ? setCode(set) : `${setCode(set)}-${variant.padStart(2, '0')}`,
    questions,
    rows: inRows(questions),
    points: questions.reduce((sum, { question }) => sum + pointsOf(question), 0)
  };
}
