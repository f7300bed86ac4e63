import { cellText, exactText } from '$lib/describe';
import type { Fraction, Position } from '$lib/engine';
import type { GridCell } from './Grid.svelte';

function sameCell(left: GridCell, right: GridCell): boolean {
  return (
    left.text === right.text &&
    left.tone === right.tone &&
    left.label === right.label &&
    left.exact === right.exact &&
    left.paint?.background === right.paint?.background &&
    left.paint?.ink === right.paint?.ink
  );
}

/** Makes the cells of one grid. What has not changed keeps its identity, so only the rest is drawn anew. */
export class CellMaker {
  #last: GridCell[][] = [];

  make(rows: number, columns: number, cell: (at: Position, index: number) => GridCell): GridCell[][] {
    this.#last = Array.from({ length: rows }, (_, row) => {
      const before = this.#last[row];
      const made = Array.from({ length: columns }, (_, column) => {
        const next = cell({ row, column }, row * columns + column);
        const old = before?.[column];
        return old && sameCell(old, next) ? old : next;
      });
      const unchanged = before?.length === columns && made.every((next, column) => next === before[column]);
      return unchanged ? before : made;
    });
    return this.#last;
  }
}

type ValueText = Pick<GridCell, 'text' | 'exact'>;

/** The same numbers stand on stage step after step, and long ones take long to write. */
const written = new WeakMap<Fraction, ValueText>();

/** The text of a value, and its exact value where the text is rounded. */
export function valueText(value: Fraction): ValueText {
  let known = written.get(value);
  if (!known) {
    const { text, exact } = cellText(value);
    known = exact ? { text } : { text, exact: exactText(value) };
    written.set(value, known);
  }
  return known;
}

/** The class names that hold. */
export function classes(...names: (string | false | undefined)[]): string {
  let all = '';
  for (const name of names) {
    if (name) all = all === '' ? name : `${all} ${name}`;
  }
  return all;
}
