import type { ConvolutionPlan } from '../../geometry/index.ts';
import type { RealData } from '../../tensor.ts';
import { plainKernel } from '../plain-kernel.ts';
import { filtersAtOnce, TOGETHER, type RowKernel, type RowKernelMaker } from '../row-kernel.ts';
import { loopsWith } from './instance.ts';
import { COLUMN_BLOCK } from './loops.ts';

const DOUBLE = 8;

/** The memory of the loops becomes as large as this and no larger, since it is kept: 8 MB. */
const MOST_BYTES = 2 ** 23;

/** Fewer products are computed sooner than the loops are made ready for them. */
const LEAST_PRODUCTS = 2 ** 14;

const roundUp = (value: number, step: number) => Math.ceil(value / step) * step;

/**
 * The kernel whose loops compute with two doubles at a time, bit for bit what {@link plainKernel} does. Its memory is
 * that of the loops, which lies outside the heap and is used again by the next convolution: taps, some filters'
 * weights, a row of their maps, and the rows under one window.
 *
 * @returns null where vectors are missing, or that memory would have more than `MOST_BYTES`
 */
export function simdKernel(plan: ConvolutionPlan, roomCells: number, precision: RealData): RowKernel | null {
  const { height, width } = plan.geometry.output;
  const filtersMost = filtersAtOnce(plan);
  const rowCells = roundUp(width, COLUMN_BLOCK);
  const weightsAt = roundUp(4 * plan.taps, DOUBLE);
  const biasAt = weightsAt + DOUBLE * filtersMost * plan.taps;
  const outputAt = biasAt + DOUBLE * filtersMost;
  const roomAt = outputAt + DOUBLE * filtersMost * rowCells;
  // The loops look at some columns behind the last one.
  const bytes = roomAt + DOUBLE * (roomCells + COLUMN_BLOCK);
  if (bytes > MOST_BYTES) return null;
  const loops = loopsWith(bytes);
  if (!loops) return null;
  const { row, narrow, memory } = loops;
  const { buffer } = memory;
  const isSingle = precision instanceof Float32Array;
  const rowOf = (filter: number) =>
    isSingle
      ? new Float32Array(buffer, outputAt + 4 * filter * rowCells, width)
      : new Float64Array(buffer, outputAt + DOUBLE * filter * rowCells, width);
  const rows = Array.from({ length: filtersMost }, (_, filter) => rowOf(filter));
  const rowBytes = DOUBLE * rowCells;
  const map = height * width;

  function computeRow(filters: number, output: RealData, to: number): void {
    const ones = filters % TOGETHER;
    const fours = (filters - ones) / TOGETHER;
    row(roomAt, width, 4 * plan.taps, weightsAt, biasAt, outputAt, rowBytes, fours, ones);
    if (isSingle) narrow(outputAt, outputAt, outputAt + filters * rowBytes);
    for (let filter = 0; filter < filters; filter++) {
      output.set(rows[filter] as RealData, to + filter * map);
    }
  }

  return {
    room: new Float64Array(buffer, roomAt, roomCells).fill(0),
    taps: new Int32Array(buffer, 0, plan.taps),
    cell: DOUBLE,
    weights: new Float64Array(buffer, weightsAt, filtersMost * plan.taps),
    bias: new Float64Array(buffer, biasAt, filtersMost),
    computeRow
  };
}

/** The faster of both kernels, where there are both. */
export const fastKernel: RowKernelMaker = (plan, roomCells, precision) => {
  const products = plan.taps * plan.outputShape.reduce((product, length) => product * length, 1);
  return (
    (products >= LEAST_PRODUCTS && simdKernel(plan, roomCells, precision)) ||
    plainKernel(plan, roomCells, precision)
  );
};
