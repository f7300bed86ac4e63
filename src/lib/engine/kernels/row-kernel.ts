import type { ConvolutionPlan } from '../geometry/index.ts';
import type { RealData } from '../tensor.ts';

/** So many filters are computed together. */
export const TOGETHER = 4;

/** No more filters share one reading of the input, so that a row of each stays near the processor. */
const MOST_FILTERS = 64;

/** No more weights are laid out at once, for the same reason: 128 kB. */
const MOST_WEIGHTS = 2 ** 14;

/**
 * What computes the maps of a convolution row by row, and the memory in which it does. Who calls it fills the
 * memory. Columns of the room that are a stride apart are neighbours, so the kernel itself knows of no stride.
 */
export interface RowKernel {
  /** Places for the rows under the window, of every channel that the filters see. Zero at first. */
  readonly room: Float64Array;
  /** From the room's beginning to what each tap meets in the first window of the row, in steps of `cell`. */
  readonly taps: Int32Array;
  /** A cell of the room, as `taps` counts it. */
  readonly cell: number;
  /** Tap by tap, every four filters side by side; behind them those that are left over, one after the other. */
  readonly weights: Float64Array;
  /** One number a filter. */
  readonly bias: Float64Array;
  /**
   * Computes a row of the maps of the first `filters` filters.
   *
   * @param to where the row begins in the map of the first of them
   */
  readonly computeRow: (filters: number, output: RealData, to: number) => void;
}

/**
 * Makes the memory for a convolution.
 *
 * @param roomCells cells of the room
 * @param precision whose precision the output has
 */
export type RowKernelMaker = (plan: ConvolutionPlan, roomCells: number, precision: RealData) => RowKernel;

/** For how many filters of a group a kernel has room at once. */
export function filtersAtOnce({ groupFilters, taps }: ConvolutionPlan): number {
  const fours = Math.floor(MOST_WEIGHTS / taps / TOGETHER);
  return Math.min(groupFilters, MOST_FILTERS, TOGETHER * Math.max(1, fours));
}
