import { NumberError, readNumber, type Fraction } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { exactText } from './number-text';
import { sounding } from './particle';
import { numberProblemText } from './sentences';

/** The least and the most that a whole number may be. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

type Warn = (sentence: string) => void;

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
