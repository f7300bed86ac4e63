import type { Fraction, NumberProblem } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import type { Step } from '$lib/trace';
import { linearEquation, sumText, termText } from './equation';
import { exactText } from './number-text';
import { sounding } from './particle';

/** A sum of more terms than this is not read out term by term. */
export const MOST_TERMS_SPOKEN = 12;

/** The step's equation as it is read out; a long one as the number of its products and their sum. */
export function equationSentence(step: Step, locale: Locale): string {
  return step.done <= MOST_TERMS_SPOKEN
    ? linearEquation(step)
    : m.long_sum({ count: step.done, total: sumText(step.total) }, { locale });
}

/** The line over the caption of a step that is about no particular cell. */
export function stepNumber(step: number, locale: Locale): string {
  return m.step_number({ step }, { locale });
}

/** The line over the caption of a step: which output cell it is about. */
export function stepHeading(step: Step, locale: Locale): string {
  if (step.cell === null) return m.caption_title_start({}, { locale });
  return m.caption_title(
    { step: step.index, row: step.cell.row + 1, column: step.cell.column + 1 },
    { locale }
  );
}

/** What the live region says of a step. */
export function stepSentence(step: Step, locale: Locale): string {
  if (step.cell === null) return m.live_start({}, { locale });
  return m.live_step(
    {
      step: step.index,
      row: step.cell.row + 1,
      column: step.cell.column + 1,
      equation: equationSentence(step, locale)
    },
    { locale }
  );
}

/** The caption of a step for which the lesson has no words of its own. */
export function stepCaption(step: Step, locale: Locale): string {
  const last = step.terms[step.done - 1];
  if (step.cell === null || last === undefined) return m.caption_start({}, { locale });
  const taps = step.terms.length;
  if (step.done < taps) {
    const product = exactText(last.product);
    return m.caption_product(
      { done: step.done, taps, term: termText(last), product, total: sumText(step.total) },
      { locale }
    );
  }
  const row = step.cell.row + 1;
  const column = step.cell.column + 1;
  const total = sounding(sumText(step.total), '이/가', locale);
  return taps === 1
    ? m.caption_cell_single({ row, column, total }, { locale })
    : m.caption_cell({ row, column, taps, total }, { locale });
}

/** Longer typed text is cut in messages; it is there to recognise, not to read. */
const QUOTED_CHARACTERS = 24;

export function quoted(text: string): string {
  const characters = [...text.trim()];
  return characters.length <= QUOTED_CHARACTERS
    ? characters.join('')
    : `${characters.slice(0, QUOTED_CHARACTERS).join('')}…`;
}

/** Why a typed cell value was not taken, and that `kept` is still there. */
export function numberProblemText(
  problem: NumberProblem,
  typed: string,
  kept: Fraction,
  locale: Locale
): string {
  const inputs = { text: quoted(typed), kept: sounding(exactText(kept), '을/를', locale) };
  const messages: Record<NumberProblem, (words: typeof inputs, options: { locale: Locale }) => string> = {
    empty: m.number_empty,
    unreadable: m.number_unreadable,
    'division-by-zero': m.number_division_by_zero,
    'too-many-digits': m.number_too_many_digits,
    'too-long': m.number_too_long
  };
  return messages[problem](inputs, { locale });
}
