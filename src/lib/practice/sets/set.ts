import { hashOf, type Level } from '$lib/exercise';
import type { ExerciseName } from '../names';
import { LETTERS } from './base32';

/** A kind of exercise at one level. */
export interface SetKind {
  readonly name: ExerciseName;
  readonly level: Level;
}

/** What a teacher gives out: which questions, and how they are asked. */
export interface PracticeSet {
  /** In the order in which they are asked; none stands twice. */
  readonly kinds: readonly SetKind[];
  /** How many questions. */
  readonly number: number;
  /** A whole number of at most 32 bits. */
  readonly seed: number;
  /** Whether each answer is looked at once it is given, or all of them at the end. */
  readonly feedback: boolean;
  readonly hints: boolean;
  /** Whether the kinds come in mixed order. */
  readonly shuffled: boolean;
  /** Whether every student has questions of their own, by the name or number that they type. */
  readonly perStudent: boolean;
  /** The time for the whole set; null where there is no limit. */
  readonly minutes: number | null;
}

export const MOST_QUESTIONS = 60;
export const MOST_MINUTES = 600;
export const MOST_SEED = 2 ** 32 - 1;

/** What a set is where nothing is said. */
export const PLAIN_SET: PracticeSet = {
  kinds: [],
  number: 10,
  seed: 1,
  feedback: true,
  hints: true,
  shuffled: false,
  perStudent: false,
  minutes: null
};

/** The kinds as an address writes them: `output-size.2,output-cell.1`. */
export const kindsText = (kinds: readonly SetKind[]) =>
  kinds.map(({ name, level }) => `${name}.${level}`).join(',');

/**
 * What tells sets apart that ask other questions: 32 bits. How they are asked (feedback, hints, time) makes no other set.
 */
export function setMark({ kinds, number, seed, shuffled, perStudent }: PracticeSet): number {
  return hashOf([kindsText(kinds), number, seed, Number(shuffled), Number(perStudent)].join('/'));
}

/** Four letters by which people know a set: what stands on paper, and what tells two piles apart. */
export function setCode(set: PracticeSet): string {
  const mark = setMark(set);
  return [15, 10, 5, 0].map((shift) => LETTERS[(mark >>> shift) & 31]).join('');
}
