import { windowOrigin, type Position, type WindowGeometry } from '$lib/engine';

/** A window, and one of its output cells. Places are those of its upper left cell in the padded input, from 0. */
export interface PlacedWindow {
  readonly geometry: WindowGeometry;
  /** Counted from 0. */
  readonly cell: Position;
}

/**
 * Where somebody puts a window who follows a wrong rule: all places to which it may lead, which need not lie on the
 * input; none where the rule says nothing.
 */
export type PlaceRule = (asked: PlacedWindow) => readonly Position[];

const jumps = ({ stride }: WindowGeometry) => stride.height > 1 || stride.width > 1;
const isSideBySide = ({ stride, span }: WindowGeometry) =>
  stride.height === span.height && stride.width === span.width;
const isRowsEnd = ({ geometry, cell }: PlacedWindow) => cell.column === geometry.output.width - 1;

/** Where learners put the window that makes an output cell. */
export const WINDOW_PLACE_RULES = {
  /** Moves the window by one cell for each output. */
  'moved-by-one': ({ geometry, cell }) => (jumps(geometry) ? [cell] : []),
  /** Takes the row for the column. */
  'swapped-axes': ({ geometry, cell }) => {
    const { row, column } = windowOrigin(geometry, cell);
    return [{ row: column, column: row }];
  },
  /** Makes as many steps as the cell's row and column say that are counted from 1. */
  'counted-from-one': ({ geometry: { stride }, cell: { row, column } }) => [
    { row: (row + 1) * stride.height, column: (column + 1) * stride.width }
  ],
  /** Begins on the first pixel instead of on the padding. */
  'ignored-padding': ({ geometry, cell }) => {
    const { top, left } = geometry.padding;
    const { row, column } = windowOrigin(geometry, cell);
    return top > 0 || left > 0 ? [{ row: row + top, column: column + left }] : [];
  },
  /** Puts windows side by side whatever the stride is. */
  'moved-by-size': ({ geometry, cell: { row, column } }) =>
    isSideBySide(geometry) ? [] : [{ row: row * geometry.span.height, column: column * geometry.span.width }]
} satisfies Record<string, PlaceRule>;

/** Where learners move a window that has made an output cell, and not the last one. */
export const NEXT_PLACE_RULES = {
  /** Moves by one cell, to the right or down to the next row. */
  'moved-by-one': (asked) => {
    const { row, column } = windowOrigin(asked.geometry, asked.cell);
    if (!jumps(asked.geometry)) return [];
    return [isRowsEnd(asked) ? { row: row + 1, column: 0 } : { row, column: column + 1 }];
  },
  /** At the end of a row: goes back to its beginning, but not down. */
  'not-moved-down': (asked) => {
    const { row } = windowOrigin(asked.geometry, asked.cell);
    return isRowsEnd(asked) ? [{ row, column: 0 }] : [];
  },
  /** At the end of a row: goes down, but not back to the beginning. */
  'column-kept': (asked) => {
    const { row, column } = windowOrigin(asked.geometry, asked.cell);
    return isRowsEnd(asked) ? [{ row: row + asked.geometry.stride.height, column }] : [];
  },
  /** At the end of a row: fits one more window in at the border, which the stride does not reach. */
  'squeezed-in': (asked) => {
    const { geometry, cell } = asked;
    const { row, column } = windowOrigin(geometry, cell);
    const border = geometry.padded.width - geometry.span.width;
    return isRowsEnd(asked) && column < border ? [{ row, column: border }] : [];
  },
  /** Goes down the columns, one after the other. */
  'column-by-column': (asked) => {
    const { geometry, cell } = asked;
    if (isRowsEnd(asked)) return [];
    const isAtBottom = cell.row === geometry.output.height - 1;
    const next = isAtBottom
      ? { row: 0, column: cell.column + 1 }
      : { row: cell.row + 1, column: cell.column };
    return [windowOrigin(geometry, next)];
  },
  /** Puts windows side by side whatever the stride is. */
  'moved-by-size': (asked) => {
    const { geometry, cell } = asked;
    const { row, column } = windowOrigin(geometry, cell);
    const { height, width } = geometry.span;
    if (isSideBySide(geometry)) return [];
    return [isRowsEnd(asked) ? { row: row + height, column: 0 } : { row, column: column + width }];
  }
} satisfies Record<string, PlaceRule>;
