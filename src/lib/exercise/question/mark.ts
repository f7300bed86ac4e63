import type { Fraction } from '$lib/engine';
import { sameAnswer } from './generate';
import type { Answer, AnswerForm, ExerciseKind, Question } from './question';

/** An entry is right; or it follows rightly from an earlier mistake; or it is wrong, or not there. */
export type Mark = 'right' | 'carried' | 'wrong' | 'missing';

/** What an answer is worth. A code for the eye of the program: the words for it stand elsewhere. */
export interface Marked {
  /** One for each entry. */
  readonly marks: readonly Mark[];
  readonly points: number;
  readonly of: number;
  readonly correct: boolean;
  /** The one misconception that explains everything that is wrong; null where none does, or several do. */
  readonly rule: string | null;
}

/** Forms whose entries count one by one; the others are right as a whole or not at all. */
const COUNTED_BY_ENTRY: readonly AnswerForm['form'][] = ['fields', 'grid'];

function marksOf(answer: Answer, given: readonly (Fraction | null)[], follows: Answer): Mark[] {
  return answer.map((value, index) => {
    const entry = given[index] ?? null;
    if (entry === null) return 'missing';
    if (entry.equals(value)) return 'right';
    return follows[index]?.equals(entry) === true ? 'carried' : 'wrong';
  });
}

/** The rules that give every wrong entry, while the other entries are right. */
function explaining(question: Question, given: readonly (Fraction | null)[]): string[] {
  const rules = question.targets
    .filter((target) => {
      let explained = 0;
      for (const [index, value] of question.answer.entries()) {
        const entry = given[index] ?? null;
        if (entry === null) return false;
        if (entry.equals(value)) continue;
        if (target.answer[index]?.equals(entry) !== true) return false;
        explained += 1;
      }
      return explained > 0;
    })
    .map(({ rule }) => rule);
  return [...new Set(rules)];
}

/**
 * Marks an answer.
 *
 * @param given an exact number for each entry, null where there is none
 */
export function markAnswer<Parameters>(
  kind: ExerciseKind<Parameters>,
  question: Question<Parameters>,
  given: readonly (Fraction | null)[]
): Marked {
  const follows = kind.carried?.(question.parameters, given) ?? question.answer;
  const marks = marksOf(question.answer, given, follows);
  const correct = sameAnswer(given, question.answer);
  const exact = question.targets.find(({ answer }) => sameAnswer(given, answer));
  const rules = correct ? [] : exact ? [exact.rule] : explaining(question, given);
  const rule = rules.length === 1 ? (rules[0] ?? null) : null;
  if (!COUNTED_BY_ENTRY.includes(question.form.form)) {
    return { marks, points: correct ? 1 : 0, of: 1, correct, rule };
  }
  const points = marks.filter((mark) => mark === 'right' || mark === 'carried').length;
  return { marks, points, of: marks.length, correct, rule };
}
