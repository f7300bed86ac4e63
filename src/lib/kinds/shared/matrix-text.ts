import {
  exactTensor,
  Fraction,
  NumberError,
  readPlainNumber,
  rowsOf,
  type ExactTensor,
  type NumberProblem
} from '$lib/engine';
import { MOST_CELLS } from './limits';
import type { LayoutProblem } from './pasted-text';

/** Where an entry stands, all counted from 1; `plane` is null where there is one only. */
export interface EntryPlace {
  readonly plane: number | null;
  readonly row: number;
  readonly entry: number;
}

/** Why a text could not be read as a matrix; the numbers and texts are for the sentence that says so. */
export type MatrixProblem =
  | LayoutProblem
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly limit: number }
  | { readonly code: 'too-large' }
  /** There are so many planes where one is wanted. */
  | { readonly code: 'planes'; readonly count: number }
  /** One row of a plane has another length than the first, or one plane another number of rows. */
  | {
      readonly code: 'ragged';
      readonly plane: number | null;
      readonly row: number;
      readonly first: number;
      readonly other: number;
    }
  | { readonly code: 'ragged-planes'; readonly plane: number; readonly first: string; readonly other: string }
  /** A comma that may separate two numbers or belong to one: '1,5' in '1,5 2,5'. */
  | { readonly code: 'comma'; readonly text: string; readonly place: EntryPlace }
  | {
      readonly code: 'entry';
      readonly why: NumberProblem;
      readonly text: string;
      readonly place: EntryPlace;
    };

export type Failure = { readonly ok: false; readonly problem: MatrixProblem };
export type MatrixReading = { readonly ok: true; readonly matrix: ExactTensor } | Failure;

/** More than this can hold no planes of 8×8 entered numbers; it is not even split. */
export const LONGEST_TEXT = 20_000;

export type Rows = readonly (readonly string[])[];

export function failure(problem: MatrixProblem): Failure {
  return { ok: false, problem };
}

/** What is wrong with the shape of rows that are to be a matrix, if anything is. */
export function shapeProblem(rows: Rows, plane: number | null): MatrixProblem | null {
  const first = rows[0]?.length ?? 0;
  if (rows.length > MOST_CELLS || rows.some((row) => row.length > MOST_CELLS)) return { code: 'too-large' };
  const ragged = rows.findIndex((row) => row.length !== first);
  if (ragged < 0) return null;
  return { code: 'ragged', plane, row: ragged + 1, first, other: rows[ragged]?.length ?? 0 };
}

/** One entry, or why it is no number. */
export function readEntry(
  read: (text: string) => Fraction,
  text: string,
  place: EntryPlace
): Fraction | MatrixProblem {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof NumberError) return { code: 'entry', why: error.problem, text, place };
    throw error;
  }
}

/** One plane after its rows have been found to be of one length. */
export function readRows(
  rows: Rows,
  plane: number | null,
  read: (text: string, place: EntryPlace) => Fraction | MatrixProblem
): MatrixReading {
  const values: Fraction[] = [];
  for (const [row, entries] of rows.entries()) {
    for (const [entry, text] of entries.entries()) {
      const value = read(text, { plane, row: row + 1, entry: entry + 1 });
      if (!(value instanceof Fraction)) return failure(value);
      values.push(value);
    }
  }
  return { ok: true, matrix: exactTensor([1, 1, rows.length, rows[0]?.length ?? 0], values) };
}

/** A matrix as a link carries it: '1,0;0,1/3'. */
export function readLinkMatrix(text: string): MatrixReading {
  if (text.length > LONGEST_TEXT) return failure({ code: 'too-long', limit: LONGEST_TEXT });
  const rows = text.split(';').map((row) => row.split(','));
  const problem = shapeProblem(rows, null);
  if (problem) return failure(problem);
  return readRows(rows, null, (entry, place) => readEntry(readPlainNumber, entry, place));
}

/** The inverse of {@link readLinkMatrix}. */
export function writeLinkMatrix(image: ExactTensor): string {
  return rowsOf(image)
    .map((row) => row.map((value) => value.toFraction()).join(','))
    .join(';');
}
