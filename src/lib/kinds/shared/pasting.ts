// What a pasted text is, and why it was not taken: fetched with the first one.
import { readPrintedNumber, type ExactTensor, type Fraction } from '$lib/engine';
import {
  failure,
  LONGEST_TEXT,
  readEntry,
  readRows,
  shapeProblem,
  type EntryPlace,
  type Failure,
  type MatrixProblem,
  type MatrixReading,
  type Rows
} from './matrix-text';
import { layOutPasted } from './pasted-text';

export { pasteProblemText } from './paste-problem';

export type PlanesReading = { readonly ok: true; readonly planes: readonly ExactTensor[] } | Failure;

const LEADING_THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+$/;

/**
 * A pasted entry. A comma in it has been left there because it may belong to the number; in a cell of a spreadsheet it
 * must, and is the decimal one, unless it may be that of thousands.
 */
function readPastedEntry(text: string, place: EntryPlace, isCell: boolean): Fraction | MatrixProblem {
  const hasComma = /\d,\d/.test(text);
  if (hasComma && (!isCell || LEADING_THOUSANDS.test(text))) return { code: 'comma', text, place };
  return readEntry(readPrintedNumber, hasComma ? text.replace(',', '.') : text, place);
}

const sizeText = (rows: Rows) => `${rows.length}×${rows[0]?.length ?? 0}`;

/**
 * Planes as people paste them: one for a matrix, several for an array of three dimensions, (channels, height, width).
 * Dimensions of length 1 in front of them are passed over. See `layOutPasted` for what is understood.
 *
 * @returns planes of one shape, each [1, 1, height, width]
 */
export function readPastedPlanes(text: string): PlanesReading {
  if (text.length > LONGEST_TEXT) return failure({ code: 'too-long', limit: LONGEST_TEXT });
  const layout = layOutPasted(text);
  if ('code' in layout) return failure(layout);
  const isEmpty = layout.every((rows) => rows.every((row) => row.every((entry) => entry === '')));
  if (isEmpty) return failure({ code: 'empty' });
  const planes: ExactTensor[] = [];
  const isCell = text.includes('\t');
  const first = layout[0] ?? [];
  for (const [index, rows] of layout.entries()) {
    const plane = layout.length === 1 ? null : index + 1;
    const problem = shapeProblem(rows, plane);
    if (problem) return failure(problem);
    if (sizeText(rows) !== sizeText(first)) {
      return failure({
        code: 'ragged-planes',
        plane: index + 1,
        first: sizeText(first),
        other: sizeText(rows)
      });
    }
    const reading = readRows(rows, plane, (entry, place) => readPastedEntry(entry, place, isCell));
    if (!reading.ok) return reading;
    planes.push(reading.matrix);
  }
  return { ok: true, planes };
}

/** A matrix as people paste it; of several planes it says that they are too many. */
export function readPastedMatrix(text: string): MatrixReading {
  const reading = readPastedPlanes(text);
  if (!reading.ok) return reading;
  const [matrix] = reading.planes;
  return matrix && reading.planes.length === 1
    ? { ok: true, matrix }
    : failure({ code: 'planes', count: reading.planes.length });
}
