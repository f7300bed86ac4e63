import { neighboursOf, type Fraction, type Position, type Size } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { countText, EQUALS, exactText, type NamedEquation, piecesText, PLUS, TIMES } from '$lib/describe';
import { cellNamed } from '$lib/stage';
import type { KindWords } from '../shared/kind';
import type { DenseUnit, UnitSum } from './dense-unit';
import type { FlattenRun, FlattenSettings } from './model';
import { pixelAtPlace, placeOfPixel } from './places';
import type { wrong } from './wrong';

function movesRows({ size, portion }: FlattenRun): boolean {
  // A row of one pixel is laid out pixel by pixel as well.
  return portion === size.width && portion > 1;
}

/** The pixel that a step moves last, and its place. */
function movedAt({ size, portion }: FlattenRun, step: number): Position & { readonly place: number } {
  const place = step * portion;
  return { ...pixelAtPlace(place, size), place };
}

/**
 * How a step's place is counted: full rows times their width, and what stands in the last one; null at step 0.
 */
export function placeEquation(run: FlattenRun, step: number, locale: Locale): NamedEquation | null {
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

/** A sum of a dense unit as it is written: −15,195. */
export const unitSumText = (sum: Fraction): string => countText(sum.valueOf()).replace('-', '−');

/** A dense unit's sum, from its products above 0 and those below. */
function unitEquation({ above, below, sum }: UnitSum, title: string): NamedEquation {
  const product = (text: string) => ({ text, tone: 'product' }) as const;
  return {
    title,
    pieces: [
      product(unitSumText(above)),
      PLUS,
      product(`(${unitSumText(below)})`),
      EQUALS,
      { text: unitSumText(sum), tone: 'output' }
    ]
  };
}

/** What stands in the box at a step: how the place is counted and, of a whole row, what a dense unit makes of it. */
export function stepEquations(run: FlattenRun, step: number, locale: Locale): NamedEquation[] {
  const placed = placeEquation(run, step, locale);
  if (!placed) return [];
  const { unit, shuffle } = run;
  if (!unit || step < run.length) return [placed];
  if (shuffle === 0) return [placed, unitEquation(unit.now, m.unit_sum({}, { locale }))];
  return [
    unitEquation(unit.own, m.unit_sum_before({}, { locale })),
    unitEquation(unit.now, m.unit_sum_after({}, { locale }))
  ];
}

const sumsOf = ({ own, now }: DenseUnit) => ({
  before: unitSumText(own.sum),
  after: unitSumText(now.sum)
});

/** What has become of the unit's sum, said after pixels and weights were moved. */
export function shuffleSentence({ unit, shuffle }: FlattenRun, locale: Locale): string {
  if (!unit) return '';
  const words = shuffle > 0 ? m.shuffled_said : m.put_back_said;
  return words(sumsOf(unit), { locale });
}

/** The line over the caption of a step. */
function heading(run: FlattenRun, step: number, locale: Locale): string {
  if (step === 0) return m.caption_title_start({}, { locale });
  const { row, column } = movedAt(run, step);
  return movesRows(run)
    ? m.caption_title_row({ step, row: row + 1 }, { locale })
    : m.caption_title({ step, row: row + 1, column: column + 1 }, { locale });
}

/** The caption of a step. */
function caption(run: FlattenRun, step: number, locale: Locale): string {
  if (step === 0) return m.flatten_start({}, { locale });
  if (run.unit && run.shuffle > 0 && step === run.length)
    return m.shuffled_caption(sumsOf(run.unit), { locale });
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
function sentence(run: FlattenRun, step: number, locale: Locale): string {
  const equation = placeEquation(run, step, locale);
  if (equation === null) return m.flatten_live_start({}, { locale });
  const moved = caption(run, step, locale);
  return m.flatten_live({ step, caption: moved, equation: piecesText(equation.pieces) }, { locale });
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
  run: Pick<FlattenRun, 'size' | 'flat'>,
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

export const words: KindWords<FlattenSettings, FlattenRun, keyof typeof wrong> = {
  things(name) {
    const cell = cellNamed(name);
    return cell && { kind: 'input', at: cell.at };
  },
  values: (_, { size, image }) => ({
    height: { text: `${size.height}` },
    width: { text: `${size.width}` },
    pixels: { text: `${image.data.length}` }
  }),
  heading,
  sentence,
  caption,
  wrong: {
    'column-by-column': m.wrong_column_by_column,
    'counted-from-zero': m.wrong_counted_from_zero,
    'one-row-too-many': m.wrong_one_row_too_many
  },
  otherwise: m.flatten_wrong,
  watch: m.flatten_watch
};
