import { EngineError, Fraction, matrix, readPlainNumber, rowsOf, type ExactTensor } from '$lib/engine';
import { MOST_CELLS } from './limits';

/** Why a text could not be read as a matrix; the numbers and texts are for the sentence that says so. */
export type MatrixProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'ragged'; readonly first: number; readonly other: number }
  | { readonly code: 'too-large' }
  | { readonly code: 'unreadable'; readonly entry: string };

export type MatrixReading =
  | { readonly ok: true; readonly matrix: ExactTensor }
  | { readonly ok: false; readonly problem: MatrixProblem };

/** More than this can hold no matrix of 8×8 entered numbers; it is not even split. */
const LONGEST_TEXT = 4000;

function problem(found: MatrixProblem): MatrixReading {
  return { ok: false, problem: found };
}

function readEntries(rows: readonly (readonly string[])[]): MatrixReading {
  const width = rows[0]?.length ?? 0;
  if (width === 0) return problem({ code: 'empty' });
  if (rows.length > MOST_CELLS || rows.some((row) => row.length > MOST_CELLS)) {
    return problem({ code: 'too-large' });
  }
  const ragged = rows.find((row) => row.length !== width);
  if (ragged) return problem({ code: 'ragged', first: width, other: ragged.length });
  const values: Fraction[][] = [];
  for (const row of rows) {
    const numbers: Fraction[] = [];
    for (const entry of row) {
      try {
        numbers.push(readPlainNumber(entry));
      } catch (error) {
        if (error instanceof EngineError) return problem({ code: 'unreadable', entry });
        throw error;
      }
    }
    values.push(numbers);
  }
  return { ok: true, matrix: matrix(values) };
}

/** What NumPy and PyTorch print around a matrix. */
const PRINTED = /^\s*(?:\w+\s*=\s*)?[\w.]*(?:array|tensor)\(([\s\S]*?)(?:,\s*dtype\s*=\s*[\w.]+)?\s*\)\s*$/;

/** One line of a pasted text. Cells of a spreadsheet stand between tabs, and an empty one between two of them. */
function entriesOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map((entry) => entry.trim());
  return line
    .trim()
    .replace(/\s*,$/, '')
    .split(/\s*,\s*|\s+/);
}

/**
 * A matrix as people paste it: cells of a spreadsheet (tabs), what NumPy or PyTorch print, a Python list with
 * brackets, or rows on lines with spaces or commas between the numbers.
 */
export function readPastedMatrix(text: string): MatrixReading {
  if (text.length > LONGEST_TEXT) return problem({ code: 'too-large' });
  const bare = PRINTED.exec(text)?.[1] ?? text;
  const rows = bare
    .replace(/\]\s*,?\s*\[/g, '\n')
    .replace(/[[\]]/g, ' ')
    .split(/[\n\r;]+/)
    .filter((line) => /[^\s,]/.test(line))
    .map(entriesOf);
  return readEntries(rows);
}

/** A matrix as a link carries it: '1,0;0,1/3'. */
export function readLinkMatrix(text: string): MatrixReading {
  if (text.length > LONGEST_TEXT) return problem({ code: 'too-large' });
  return readEntries(text.split(';').map((row) => row.split(',')));
}

/** The inverse of {@link readLinkMatrix}. */
export function writeLinkMatrix(image: ExactTensor): string {
  return rowsOf(image)
    .map((row) => row.map((value) => value.toFraction()).join(','))
    .join(';');
}
