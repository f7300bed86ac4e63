import { neighboursOf, type ExactTensor, type Position, type Size } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { exactText } from './number-text';
import { countText, EQUALS, piecesText, PLUS, TIMES, type NamedEquation } from './pieces';

/** An image that is laid out in one row, some pixels a step. */
interface Flattening {
  readonly size: Size;
  readonly flat: ExactTensor;
  /** How many pixels move in one step: one, or a row. */
  readonly portion: number;
}

/** The place of a pixel in the row, counted from 1. */
export function placeOfPixel({ row, column }: Position, { width }: Size): number {
  return row * width + column + 1;
}

/** Where a place of the row, counted from 1, comes from. */
export function pixelAtPlace(place: number, { width }: Size): Position {
  return { row: Math.floor((place - 1) / width), column: (place - 1) % width };
}

function movesRows({ size, portion }: Flattening): boolean {
  // A row of one pixel is laid out pixel by pixel as well.
  return portion === size.width && portion > 1;
}

/** The pixel that a step moves last, and its place. */
function movedAt({ size, portion }: Flattening, step: number): Position & { readonly place: number } {
  const place = step * portion;
  return { ...pixelAtPlace(place, size), place };
}

/**
 * How a step's place is counted: full rows times their width, and what stands in the last one; null at step 0.
 */
export function placeEquation(run: Flattening, step: number, locale: Locale): NamedEquation | null {
  if (step === 0) return null;
  const { row, column, place } = movedAt(run, step);
  const width = { text: `${run.size.width}`, tone: 'input' } as const;
  const result = { text: countText(place), tone: 'output' } as const;
  if (movesRows(run)) {
    const rows = { text: `${step}`, tone: 'input' } as const;
    return { title: m.places_filled({}, { locale }), pieces: [rows, TIMES, width, EQUALS, result] };
  }
  return {
    title: m.place_of({ row: row + 1, column: column + 1 }, { locale }),
    pieces: [
      { text: `${row}`, tone: 'input' },
      TIMES,
      width,
      PLUS,
      { text: `${column + 1}`, tone: 'input' },
      EQUALS,
      result
    ]
  };
}

/** The line over the caption of a step. */
export function flattenHeading(run: Flattening, step: number, locale: Locale): string {
  if (step === 0) return m.caption_title_start({}, { locale });
  const { row, column } = movedAt(run, step);
  return movesRows(run)
    ? m.caption_title_row({ step, row: row + 1 }, { locale })
    : m.caption_title({ step, row: row + 1, column: column + 1 }, { locale });
}

/** The caption of a step. */
export function flattenCaption(run: Flattening, step: number, locale: Locale): string {
  if (step === 0) return m.flatten_start({}, { locale });
  const { row, column, place } = movedAt(run, step);
  const value = run.flat.data[place - 1];
  if (!movesRows(run)) {
    const words = { row: row + 1, column: column + 1, value: value ? exactText(value) : '', place };
    return m.flatten_pixel(words, { locale });
  }
  const filled = { place, total: run.flat.data.length };
  return row === 0
    ? m.flatten_row_first(filled, { locale })
    : m.flatten_row_next({ ...filled, row: row + 1 }, { locale });
}

/** What the live region says of a step. */
export function flattenSentence(run: Flattening, step: number, locale: Locale): string {
  const equation = placeEquation(run, step, locale);
  if (equation === null) return m.flatten_live_start({}, { locale });
  const caption = flattenCaption(run, step, locale);
  return m.flatten_live({ step, caption, equation: piecesText(equation.pieces) }, { locale });
}

/** A neighbour of a pixel in the image, and whether flattening has parted the two. */
export interface Neighbour extends Position {
  readonly parted: boolean;
}

/**
 * The neighbours of a pixel. One is parted when both stand in the row already, and not beside each other.
 *
 * @param placed how many pixels stand in the row
 */
export function neighboursInRow(at: Position, size: Size, placed: number): Neighbour[] {
  const place = placeOfPixel(at, size);
  return neighboursOf(at, size).map((neighbour) => {
    const other = placeOfPixel(neighbour, size);
    const both = Math.max(place, other) <= placed;
    return { ...neighbour, parted: both && Math.abs(place - other) !== 1 };
  });
}

/** A pixel, its place, and what has become of its neighbours, in one sentence. */
export function neighbourSentence(
  run: Pick<Flattening, 'size' | 'flat'>,
  at: Position,
  placed: number,
  locale: Locale
): string {
  const place = placeOfPixel(at, run.size);
  const value = run.flat.data[place - 1];
  const neighbours = neighboursInRow(at, run.size, placed);
  const words = place <= placed ? m.neighbour_sentence : m.neighbour_sentence_waiting;
  return words(
    {
      row: at.row + 1,
      column: at.column + 1,
      value: value ? exactText(value) : '',
      place,
      near: neighbours.filter(({ parted }) => !parted).length,
      count: neighbours.length
    },
    { locale }
  );
}
