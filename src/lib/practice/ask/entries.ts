import { NumberError, readNumber, type Fraction, type NumberProblem } from '$lib/engine';
import type { AnswerForm } from '$lib/exercise';

/** How many entries an answer of a form has. */
export function entryCount(form: AnswerForm): number {
  switch (form.form) {
    case 'number':
    case 'choice':
      return 1;
    case 'place':
      return 2;
    case 'fields':
      return form.count;
    case 'grid':
    case 'cells':
      return form.rows * form.columns;
  }
}

/** Entries before anything was entered: cells that are not chosen are an answer, everything else is none. */
export function emptyEntries(form: AnswerForm): string[] {
  return Array.from({ length: entryCount(form) }, () => (form.form === 'cells' ? '0' : ''));
}

/** Whether nothing at all has been entered. */
export function isUntouched(form: AnswerForm, entries: readonly string[]): boolean {
  return form.form === 'cells'
    ? entries.every((entry) => entry === '0')
    : entries.every((entry) => entry.trim() === '');
}

/** What one entry was read as: a number, nothing, or a reason why it is none. */
export type EntryReading =
  | { readonly value: Fraction }
  | { readonly value: null; readonly problem: NumberProblem | 'reader-missing' | null };

async function readEntry(text: string): Promise<EntryReading> {
  if (text.trim() === '') return { value: null, problem: null };
  try {
    return { value: await readNumber(text) };
  } catch (error) {
    // An expression needs a reader that is fetched; offline it may not come.
    return { value: null, problem: error instanceof NumberError ? error.problem : 'reader-missing' };
  }
}

/** Reads all entries, each exactly. */
export function readEntries(entries: readonly string[]): Promise<EntryReading[]> {
  return Promise.all(entries.map(readEntry));
}
