import { Fraction } from '$lib/engine';
import type { AnswerForm, Question } from '$lib/exercise';
import { Asking } from '$lib/practice/ask/asking.svelte';
import { questionKind } from '$lib/practice/question-kind';

/** What stands nowhere on the page before it is due. */
export const SECRET = 'because it is so';

/** A question of any form whose answer is known, with one misconception. */
export function madeUp(
  form: AnswerForm,
  answer: readonly number[],
  wrong: readonly number[] = [],
  silent = false
): Asking {
  const fractions = (values: readonly number[]) => values.map((value) => new Fraction(value));
  const exercise = {
    draw: () => ({}),
    form: () => form,
    answer: () => fractions(answer),
    wrong: { slipped: () => (wrong.length > 0 ? [fractions(wrong)] : []) }
  };
  const kind = questionKind<object, 'slipped'>({
    exercise,
    title: () => 'Made up',
    ask: () => 'What comes out?',
    givens: () => [
      {
        type: 'matrix',
        role: 'input',
        label: 'Input',
        rows: [
          ['1', '2'],
          ['3', '4']
        ]
      },
      { type: 'fact', label: 'N', text: '6' }
    ],
    fields: () => ['rows', 'columns'],
    choices: () => ['channels', 'filters', 'neither'],
    hints: () => ['a nudge', 'a push', 'the way'],
    wrong: { slipped: () => 'You slipped by one.' },
    why: () => SECRET,
    scene: () => null
  });
  const question: Question = {
    kind: 'made-up',
    level: 1,
    seed: 1,
    parameters: {},
    form,
    answer: fractions(answer),
    targets: wrong.length > 0 ? [{ rule: 'slipped', answer: fractions(wrong) }] : []
  };
  return new Asking(kind, question, silent);
}
