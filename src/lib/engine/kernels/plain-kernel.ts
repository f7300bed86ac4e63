import { filtersAtOnce, TOGETHER, type RowKernel, type RowKernelMaker } from './row-kernel.ts';
import type { RealData } from '../tensor.ts';

/** A row of the map of one filter, or of four: what the inner loops need, in flat offsets. */
interface MapRow extends Omit<RowKernel, 'cell' | 'computeRow'> {
  /** The first filter, among those whose weights there are. */
  readonly filter: number;
  readonly output: RealData;
  /** Where the row begins in the map of the first filter. */
  readonly to: number;
  /** Cells of the row. */
  readonly width: number;
  /** Cells of a map. */
  readonly map: number;
}

/**
 * Four filters, two neighbouring output cells at a time. Eight sums stay in registers while a loaded input value
 * meets four weights and a loaded weight two values: that is where the speed comes from, for every multiplication
 * needs fewer than one load.
 */
function fourFilters({ room, taps, weights, bias, filter, output, to, width, map }: MapRow): void {
  const count = taps.length;
  const bias0 = bias[filter] as number;
  const bias1 = bias[filter + 1] as number;
  const bias2 = bias[filter + 2] as number;
  const bias3 = bias[filter + 3] as number;
  for (let column = 0; column < width; column += 2) {
    // The last cell of an odd row is computed twice, beside itself, rather than in a loop of its own.
    const isPair = column + 1 < width;
    const next = isPair ? column + 1 : column;
    let sum0 = bias0;
    let sum1 = bias1;
    let sum2 = bias2;
    let sum3 = bias3;
    let next0 = bias0;
    let next1 = bias1;
    let next2 = bias2;
    let next3 = bias3;
    for (let tap = 0, at = filter * count; tap < count; tap++, at += TOGETHER) {
      const offset = taps[tap] as number;
      const value = room[column + offset] as number;
      const nextValue = room[next + offset] as number;
      const weight0 = weights[at] as number;
      const weight1 = weights[at + 1] as number;
      const weight2 = weights[at + 2] as number;
      const weight3 = weights[at + 3] as number;
      sum0 += value * weight0;
      sum1 += value * weight1;
      sum2 += value * weight2;
      sum3 += value * weight3;
      next0 += nextValue * weight0;
      next1 += nextValue * weight1;
      next2 += nextValue * weight2;
      next3 += nextValue * weight3;
    }
    const cell = to + column;
    output[cell] = sum0;
    output[cell + map] = sum1;
    output[cell + 2 * map] = sum2;
    output[cell + 3 * map] = sum3;
    if (!isPair) continue;
    output[cell + 1] = next0;
    output[cell + map + 1] = next1;
    output[cell + 2 * map + 1] = next2;
    output[cell + 3 * map + 1] = next3;
  }
}

/** One filter, four neighbouring output cells at a time: what is left over, and depthwise convolution. */
function oneFilter({ room, taps, weights, bias, filter, output, to, width }: MapRow): void {
  const count = taps.length;
  const first = filter * count;
  const offset = bias[filter] as number;
  for (let column = 0; column < width; column += 4) {
    const cells = Math.min(4, width - column);
    const column1 = cells > 1 ? column + 1 : column;
    const column2 = cells > 2 ? column + 2 : column;
    const column3 = cells > 3 ? column + 3 : column;
    let sum0 = offset;
    let sum1 = offset;
    let sum2 = offset;
    let sum3 = offset;
    for (let tap = 0; tap < count; tap++) {
      const at = taps[tap] as number;
      const factor = weights[first + tap] as number;
      sum0 += (room[column + at] as number) * factor;
      sum1 += (room[column1 + at] as number) * factor;
      sum2 += (room[column2 + at] as number) * factor;
      sum3 += (room[column3 + at] as number) * factor;
    }
    const cell = to + column;
    output[cell] = sum0;
    if (cells > 1) output[cell + 1] = sum1;
    if (cells > 2) output[cell + 2] = sum2;
    if (cells > 3) output[cell + 3] = sum3;
  }
}

/** The kernel that runs everywhere. Its memory is the rows under one window and some filters' weights. */
export const plainKernel: RowKernelMaker = (plan, roomCells) => {
  const { height, width } = plan.geometry.output;
  const most = filtersAtOnce(plan);
  const room = new Float64Array(roomCells);
  const taps = new Int32Array(plan.taps);
  const weights = new Float64Array(most * plan.taps);
  const bias = new Float64Array(most);
  const map = height * width;
  function computeRow(filters: number, output: RealData, row: number): void {
    for (let filter = 0, together = 1; filter < filters; filter += together) {
      together = filter + TOGETHER <= filters ? TOGETHER : 1;
      const computeMaps = together === 1 ? oneFilter : fourFilters;
      const to = row + filter * map;
      computeMaps({ room, taps, weights, bias, filter, output, to, width, map });
    }
  }
  return { room, taps, cell: 1, weights, bias, computeRow };
};
