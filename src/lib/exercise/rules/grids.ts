/** A grid of anything, row by row. */
type Grid<Cell> = readonly (readonly Cell[])[];

/** The grid with its rows as columns: row and column of every cell change places. */
export function transposed<Cell>(grid: Grid<Cell>): Cell[][] {
  return (grid[0] ?? []).map((_, column) => grid.map((row) => row[column] as Cell));
}

/** What learners do with a grid that is to be turned by 180°: each rule gives the grids to which it may lead. */
export const TURN_RULES = {
  /** Leaves it as it is. */
  'not-turned': (grid) => [grid],
  /** Mirrors it left to right only. */
  mirrored: (grid) => [grid.map((row) => [...row].reverse())],
  /** Mirrors it top to bottom only. */
  'mirrored-down': (grid) => [[...grid].reverse()],
  /** Makes rows into columns. */
  transposed: (grid) => [transposed(grid)],
  /** Turns it by 90°: to the right, or to the left. */
  'quarter-turn': (grid) => [transposed([...grid].reverse()), transposed(grid).reverse()]
} satisfies Record<string, <Cell>(grid: Grid<Cell>) => readonly Grid<Cell>[]>;
