import { EQUALS, piecesText, TIMES, type EquationPiece, type NamedEquation } from '$lib/describe';
import type { Position } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { cellNamed } from '$lib/stage';
import type { KindWords, LiveValue } from '../shared/kind';
import { setVisits } from './editor';
import type { VisitRun } from './model';
import { sidesText, sizeText, type VisitSettings } from './settings';
import type { wrong } from './wrong';

const CORNER: Position = { row: 0, column: 0 };

function productPieces(
  { rows, columns }: { rows: number; columns: number },
  tone: EquationPiece['tone']
): EquationPiece[] {
  const piece = (count: number): EquationPiece => ({ text: `${count}`, tone });
  return [piece(rows), TIMES, piece(columns), EQUALS, piece(rows * columns)];
}

/** How many pixels the place of a step covers; in the end also how often the corner and the middle are visited. */
export function visitEquations(run: VisitRun, step: number, locale: Locale): NamedEquation[] {
  if (step === 0) return [];
  const covered = {
    title: m.visits_covered({ step }, { locale }),
    pieces: productPieces(run.covered(step), 'kernel')
  };
  if (step < run.length) return [covered];
  const visited = (pixel: Position, title: string) => ({
    title,
    pieces: productPieces(run.axesOf(pixel), 'input')
  });
  const { row, column } = run.middle;
  return [
    covered,
    visited(CORNER, m.visits_corner({}, { locale })),
    visited(run.middle, m.visits_middle({ row: row + 1, column: column + 1 }, { locale }))
  ];
}

/** The line over the caption of a step. */
function heading(run: VisitRun, step: number, locale: Locale): string {
  const { cell } = run.trace.step(step);
  if (cell === null) return m.caption_title_start({}, { locale });
  return m.caption_title({ step, row: cell.row + 1, column: cell.column + 1 }, { locale });
}

/** The caption of a step. */
function caption(run: VisitRun, step: number, locale: Locale): string {
  if (step === 0) return m.visits_start({}, { locale });
  const covered = run.covered(step);
  const pixels = covered.rows * covered.columns;
  const zeros = run.trace.taps - pixels;
  if (pixels === 0) return m.visits_caption_empty({ taps: run.trace.taps }, { locale });
  const equation = piecesText(productPieces(covered, 'kernel'));
  if (zeros === 0) return m.visits_caption_inside({ equation }, { locale });
  return m.visits_caption_padded({ equation, zeros }, { locale });
}

/** What the live region says of a step. */
function sentence(run: VisitRun, step: number, locale: Locale): string {
  if (step === 0) return m.visits_live_start({}, { locale });
  const [, ...ends] = visitEquations(run, step, locale);
  const last = ends.map(({ title, pieces }) => `${title}: ${piecesText(pieces)}.`);
  return m.live_sentence({ step, caption: [caption(run, step, locale), ...last].join(' ') }, { locale });
}

/** The numbers that prose may show; the sides of window and padding can be changed there. */
function values(settings: VisitSettings, run: VisitRun): Readonly<Record<string, LiveValue<VisitSettings>>> {
  const { geometry, length } = run.trace;
  const visits = run.visits(length);
  const at = ({ row, column }: Position) => ({ text: `${visits[row]?.[column] ?? 0}` });
  const changed = (key: 'kernel' | 'padding', text: string, name: string): LiveValue<VisitSettings> => ({
    text,
    name,
    set: (typed, numbers) => setVisits(numbers, key, typed, name)
  });
  return {
    kernel: changed('kernel', `${settings.kernel}`, m.kernel_side()),
    padding: changed('padding', sidesText(geometry.padding), m.padding()),
    input: { text: sizeText(geometry.input) },
    output: { text: sizeText(geometry.output) },
    corner: at(CORNER),
    middle: at(run.middle),
    places: { text: `${length}` }
  };
}

export const words: KindWords<VisitSettings, VisitRun, keyof typeof wrong> = {
  things(name, { trace: { geometry } }) {
    const cell = cellNamed(name);
    if (cell === null) return null;
    if (cell.grid === 'output') return { kind: 'output', at: cell.at };
    const { top, left } = geometry.padding;
    return { kind: 'input', at: { row: cell.at.row + top, column: cell.at.column + left } };
  },
  values,
  heading,
  sentence,
  caption,
  wrong: {
    uniform: m.wrong_visits_uniform,
    'one-axis': m.wrong_visits_one_axis,
    'visited-once': m.wrong_visits_once,
    'padding-ignored': m.wrong_visits_padding_ignored,
    'as-same': m.wrong_visits_as_same
  },
  otherwise: m.visits_wrong,
  watch: m.visits_watch
};
