import { visitCounts, type WindowGeometry } from '$lib/engine';

/** Rows and columns of the padded input, counted from 0, that lie under no window. */
export interface UnseenLines {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** What a window never meets: a border that the stride leaves over and, where it jumps farther than it is long, gaps. */
export function unseenLines(geometry: WindowGeometry): UnseenLines {
  const visits = visitCounts(geometry);
  const columns = visits[0]?.map((_, column) => column) ?? [];
  return {
    rows: visits.flatMap((row, index) => (row.every((count) => count === 0) ? [index] : [])),
    columns: columns.filter((column) => visits.every((row) => row[column] === 0))
  };
}
