/** Where a step lies: in which cell, and how far that cell has got. */
export interface Moment {
  /** Which of the cells, counted from 0 in the order of the trace. */
  readonly cell: number;
  /** Which of the cell's moments, counted from 1. */
  readonly part: number;
  /** How many cells are finished with this moment. */
  readonly finished: number;
}

/** The numbering of a trace's steps: step 0 is before anything, then each cell has so many moments. */
export interface Schedule {
  /** Cells in all. */
  readonly cells: number;
  /** The last step's number. */
  readonly length: number;
  /**
   * The moment of a step; null at step 0.
   *
   * @throws {RangeError} when there is no such step
   */
  at(index: number): Moment | null;
  /**
   * The step with which so many cells are finished, and nothing beyond them has begun.
   *
   * @throws {RangeError} when there are not so many cells
   */
  stepAfter(cells: number): number;
}

/** The largest place in an ascending list whose entry lies below a number. */
function lastBelow(ascending: readonly number[], bound: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] as number) < bound) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The schedule of cells with the given numbers of moments, the whole list repeated `rounds` times: one round an
 * image where all images are alike, one entry where all cells are.
 *
 * @param moments at least 1 for every cell
 */
export function scheduleOf(moments: readonly number[], rounds: number): Schedule {
  const starts: number[] = [];
  let round = 0;
  for (const count of moments) {
    starts.push(round);
    round += count;
  }
  const cells = moments.length * rounds;
  const length = round * rounds;
  return {
    cells,
    length,
    at(index) {
      if (!Number.isInteger(index) || index < 0 || index > length) {
        throw new RangeError(`there is no step ${index}: steps are 0 to ${length}`);
      }
      if (index === 0) return null;
      const roundsBefore = Math.floor((index - 1) / round);
      const inRound = index - roundsBefore * round;
      const cellInRound = lastBelow(starts, inRound);
      const cell = roundsBefore * moments.length + cellInRound;
      const part = inRound - (starts[cellInRound] as number);
      return { cell, part, finished: part === moments[cellInRound] ? cell + 1 : cell };
    },
    stepAfter(finished) {
      if (!Number.isInteger(finished) || finished < 0 || finished > cells) {
        throw new RangeError(`there are no ${finished} finished cells: the trace has ${cells}`);
      }
      const inRound = finished % moments.length;
      return Math.floor(finished / moments.length) * round + (starts[inRound] as number);
    }
  };
}
