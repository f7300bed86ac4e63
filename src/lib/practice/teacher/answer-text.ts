import { exactText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { PaperQuestion } from './worksheet';

/** What is ticked in the grid of an answer. */
const TICK = '○';

/** An answer in words; null where it is a grid. */
export function answerText({ kind, question }: PaperQuestion): string | null {
  const { form, answer, parameters } = question;
  const texts = answer.map(exactText);
  switch (form.form) {
    case 'number':
      return texts.join();
    case 'fields': {
      const names = kind.fields?.(parameters) ?? [];
      return texts.map((text, index) => `${names[index] ?? ''} ${text}`).join(', ');
    }
    case 'choice':
      return kind.choices?.(parameters)[Number(answer[0]?.valueOf())] ?? '';
    case 'place': {
      const [row = 0, column = 0] = answer.map((value) => Number(value.valueOf()) + 1);
      return form.window ? m.sheet_key_window({ row, column }) : m.sheet_key_place({ row, column });
    }
    default:
      return null;
  }
}

/** An answer that is a grid, row by row; null where it is none. */
export function answerRows({ question: { form, answer } }: PaperQuestion): string[][] | null {
  if (form.form !== 'grid' && form.form !== 'cells') return null;
  const { rows, columns } = form;
  const texts = answer.map((value) => {
    if (form.form === 'grid') return exactText(value);
    return value.valueOf() === 0 ? '' : TICK;
  });
  return Array.from({ length: rows }, (_, row) => texts.slice(row * columns, (row + 1) * columns));
}
