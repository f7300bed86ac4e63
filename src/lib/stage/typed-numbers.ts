import { exactText, numberProblemText, sounding } from '$lib/describe';
import { Fraction, matrix, NumberError, readNumber, rowsOf, type ExactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';

/** The least and the most that a whole number may be. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

type Warn = (sentence: string) => void;

const ZERO = new Fraction(0);

/** What stays, as a sentence goes on: Korean chooses the particle by sound. */
export function keptText(text: string): string {
  return sounding(text, '을/를', getLocale());
}

/** Reads what was typed over a cell. What cannot be read is said, and that `kept` stays; the answer is null then. */
export async function readTypedNumber(text: string, kept: Fraction, warn: Warn): Promise<Fraction | null> {
  try {
    return await readNumber(text);
  } catch (error) {
    warn(
      error instanceof NumberError
        ? numberProblemText(error.problem, text, kept, getLocale())
        : m.number_reader_missing({ kept: keptText(exactText(kept)) })
    );
    return null;
  }
}

/** Reads a whole number within bounds. What is none is said, and that `kept` stays; the answer is null then. */
export function readTypedSize(
  text: string,
  { least, most }: Bounds,
  kept: number,
  name: string,
  warn: Warn
): number | null {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value;
  warn(m.size_out_of_range({ name, least, most, kept: keptText(`${kept}`) }));
  return null;
}

/** The matrix cut or filled up with zeros at its right and lower edge. */
export function resized(image: ExactTensor, rows: number, columns: number): ExactTensor {
  const values = rowsOf(image);
  return matrix(
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => values[row]?.[column] ?? ZERO)
    )
  );
}

/** A matrix of the same size with random whole numbers. */
export function randomised(image: ExactTensor, { least, most }: Bounds): ExactTensor {
  const pick = () => least + Math.floor(Math.random() * (most - least + 1));
  return matrix(rowsOf(image).map((row) => row.map(pick)));
}
