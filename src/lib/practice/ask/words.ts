// What is said of an answer, apart from what a kind of exercise says itself.
import { exactText, quoted } from '$lib/describe';
import type { Answer, Mark } from '$lib/exercise';
import * as m from '$lib/paraglide/messages';
import type { QuestionKind } from '../question-kind';
import type { Asking, EntryProblem } from './asking.svelte';

/** What an entry is called; a place by its row and its column. */
export function entryName(asking: Asking, index: number): string {
  const { form } = asking.question;
  if (form.form === 'fields') return fieldNames(asking)[index] ?? '';
  if (form.form === 'grid' || form.form === 'cells') {
    return m.practice_place({
      row: Math.floor(index / form.columns) + 1,
      column: (index % form.columns) + 1
    });
  }
  return m.practice_answer();
}

export function fieldNames({ kind, question }: Asking): readonly string[] {
  return kind.fields?.(question.parameters) ?? [];
}

export function choiceTexts({ kind, question }: Asking): readonly string[] {
  return kind.choices?.(question.parameters) ?? [];
}

/** Why an answer was not checked. Nothing is lost, and nothing counts. */
export function problemText(asking: Asking, problem: EntryProblem): string {
  const { form } = asking.question;
  if (problem.code === 'nothing') {
    if (form.form === 'choice') return m.practice_nothing_chosen();
    return form.form === 'place' || form.form === 'cells'
      ? m.practice_nothing_placed()
      : m.practice_nothing_written();
  }
  if (problem.code === 'gaps') return m.practice_gaps({ count: problem.count });
  const text = quoted(problem.text);
  const sentence =
    problem.why === 'reader-missing' ? m.practice_reader_missing({ text }) : m.practice_unreadable({ text });
  return asking.entries.length > 1 ? `${entryName(asking, problem.entry)}: ${sentence}` : sentence;
}

const MARK_WORDS: Record<Mark, () => string> = {
  right: m.practice_mark_right,
  carried: m.practice_mark_carried,
  wrong: m.practice_mark_wrong,
  missing: m.practice_mark_missing
};
export const MARK_SIGNS: Record<Mark, string> = { right: '✓', carried: '→', wrong: '✗', missing: '–' };

export const markText = (mark: Mark): string => MARK_WORDS[mark]();

/** An answer in a few words; that of a grid row by row. */
export function answerText({ kind, question }: Pick<Asking, 'kind' | 'question'>, answer: Answer): string {
  const { form, parameters } = question;
  const texts = answer.map(exactText);
  switch (form.form) {
    case 'number':
      return texts[0] ?? '';
    case 'fields':
      return texts.map((text, index) => `${kind.fields?.(parameters)[index] ?? ''}: ${text}`).join(', ');
    case 'choice':
      return kind.choices?.(parameters)[Number(answer[0])] ?? '';
    case 'place':
      return m.practice_place({ row: Number(answer[0]) + 1, column: Number(answer[1]) + 1 });
    case 'grid':
      return rowsOf(texts, form.columns)
        .map((row) => row.join(' '))
        .join(' / ');
    case 'cells':
      return answer
        .flatMap((value, index) =>
          value.equals(1)
            ? [
                m.practice_place({
                  row: Math.floor(index / form.columns) + 1,
                  column: (index % form.columns) + 1
                })
              ]
            : []
        )
        .join(', ');
  }
}

/** What stands in a row, row by row. */
export function rowsOf<Item>(items: readonly Item[], columns: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / columns) }, (_, row) =>
    items.slice(row * columns, (row + 1) * columns)
  );
}

/** What explains a wrong answer, as far as anything does. */
export function ruleText(kind: QuestionKind, parameters: unknown, rule: string | null): string {
  return (rule !== null && kind.wrong[rule]?.(parameters)) || '';
}

/** How many entries are right, where they count one by one; or else that it is not there yet. */
function generalText({ marked, question }: Asking): string {
  const counts = question.form.form === 'grid' || question.form.form === 'fields';
  return marked && counts && marked.points > 0
    ? m.practice_some_right({ points: marked.points, of: marked.of })
    : m.practice_not_yet();
}

/** What is said when an answer was checked, or its solution shown, one sentence after the other. */
export function feedbackTexts(asking: Asking): readonly string[] {
  const { kind, question, marked, settled, right, tries } = asking;
  const why = kind.why(question.parameters);
  if (right) return [tries.length > 1 ? m.practice_right_second() : m.practice_right(), why];
  const explained = marked ? ruleText(kind, question.parameters, marked.rule) : '';
  if (!settled) return [explained || generalText(asking), m.practice_again()];
  const answer =
    question.form.form === 'grid'
      ? m.practice_answer_below()
      : m.practice_answer_is({ answer: answerText(asking, question.answer) });
  return [explained, answer, why].filter(Boolean);
}
