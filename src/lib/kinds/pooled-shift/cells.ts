import { rowsOf, sizeOf, type ExactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { classes, valueText, type GridCell } from '$lib/stage';

/** A map that is finished. */
export function mapCells(output: ExactTensor): GridCell[][] {
  return rowsOf(output).map((row) => row.map((value) => ({ ...valueText(value), tone: 'done' })));
}

/** An input: what is not 0 stands out. */
export function inputCells(input: ExactTensor): GridCell[][] {
  return rowsOf(input).map((row) =>
    row.map((value) => ({ ...valueText(value), tone: value.n === 0n ? '' : 'met' }))
  );
}

/** A map beside what it was: cells that have stayed are solid, others are struck through. */
export function comparedCells(output: ExactTensor, own: ExactTensor): GridCell[][] {
  const { width } = sizeOf(output);
  return rowsOf(output).map((row, rowIndex) =>
    row.map((value, column) => {
      const stayed = value.equals(own.data[rowIndex * width + column] ?? Number.NaN);
      return { ...valueText(value), tone: classes(stayed ? 'now' : 'changed') };
    })
  );
}

/** A grid that is still to come, or whose numbers a question is about. */
export function emptyCells(image: ExactTensor): GridCell[][] {
  return rowsOf(image).map((row) => row.map(() => ({ text: '', label: m.empty_cell(), tone: 'waiting' })));
}
