import type { AveragePlan, PoolingPlan } from '../geometry/pooling.ts';
import { zerosLike, type RealData } from '../tensor.ts';

/** Whether every window is a square of four neighbouring cells: what nearly every network pools by. */
function areSquaresOfFour({ rows, columns }: PoolingPlan): boolean {
  return [rows, columns].every(
    ({ first, end, step }) => step === 1 && first.every((cell, window) => end[window] === cell + 2)
  );
}

/**
 * The winners of squares of four cells, by arithmetic in place of branches: which cell is largest is not to be
 * predicted, and a wrong guess costs more than all the rest. Takes 60 % of the time of the loops over any window.
 */
function winnersOfFour(
  { planes, input: size, output, rows, columns }: PoolingPlan,
  input: RealData
): Int32Array {
  const { width } = size;
  const cells = new Int32Array(planes * output.height * output.width);
  let to = 0;
  for (let plane = 0; plane < planes; plane++) {
    for (let outputRow = 0; outputRow < output.height; outputRow++) {
      const top = (plane * size.height + (rows.first[outputRow] as number)) * width;
      for (let outputColumn = 0; outputColumn < output.width; outputColumn++) {
        const cell = top + (columns.first[outputColumn] as number);
        const upperLeft = input[cell] as number;
        const upperRight = input[cell + 1] as number;
        const lowerLeft = input[cell + width] as number;
        const lowerRight = input[cell + width + 1] as number;
        const upper = Number(upperRight > upperLeft);
        const lower = width + Number(lowerRight > lowerLeft);
        const isLower = Number(Math.max(lowerLeft, lowerRight) > Math.max(upperLeft, upperRight));
        cells[to++] = cell + upper + Math.imul(isLower, lower - upper);
      }
    }
  }
  return cells;
}

/** The cell of the largest value of each window, as a flat index into the input. Of equal ones the first wins. */
export function winners(plan: PoolingPlan, input: RealData): Int32Array {
  if (areSquaresOfFour(plan)) return winnersOfFour(plan, input);
  const { planes, input: size, output, rows, columns } = plan;
  const { first: tops, end: bottoms } = rows;
  const { first: lefts, end: rights, step } = columns;
  const planeLength = size.height * size.width;
  const rowStep = rows.step * size.width;
  const cells = new Int32Array(planes * output.height * output.width);
  let to = 0;
  for (let plane = 0; plane < planes; plane++) {
    for (let outputRow = 0; outputRow < output.height; outputRow++) {
      const top = plane * planeLength + (tops[outputRow] as number) * size.width;
      const bottom = plane * planeLength + (bottoms[outputRow] as number) * size.width;
      for (let outputColumn = 0; outputColumn < output.width; outputColumn++) {
        const left = lefts[outputColumn] as number;
        const right = rights[outputColumn] as number;
        let winner = top + left;
        let largest = input[winner] as number;
        for (let row = top; row < bottom; row += rowStep) {
          for (let cell = row + left; cell < row + right; cell += step) {
            const value = input[cell] as number;
            if (value > largest) {
              largest = value;
              winner = cell;
            }
          }
        }
        cells[to++] = winner;
      }
    }
  }
  return cells;
}

/** The values of the winners, in the precision of the input. */
export function valuesAt(cells: Int32Array, input: RealData): RealData {
  const values = zerosLike(input, cells.length);
  for (let index = 0; index < cells.length; index++) values[index] = input[cells[index] as number] as number;
  return values;
}

/** Sums of double precision in that of other data. */
function inPrecisionOf(precision: RealData, sums: Float64Array): RealData {
  return precision instanceof Float32Array ? new Float32Array(sums) : sums;
}

/** Each output's gradient at its winner, in the precision of the input. */
export function winnersGradient(cells: Int32Array, gradient: RealData, input: RealData): RealData {
  const sums = new Float64Array(input.length);
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] as number;
    sums[cell] = (sums[cell] as number) + (gradient[index] as number);
  }
  return inPrecisionOf(input, sums);
}

/** The sum of each window over its divisor, in the precision of the input. */
export function averages(plan: AveragePlan, input: RealData): RealData {
  const { planes, input: size, output, rows, columns } = plan;
  const divisors = plan.divisors();
  const { first: tops, end: bottoms } = rows;
  const { first: lefts, end: rights } = columns;
  const planeLength = size.height * size.width;
  const means = zerosLike(input, planes * output.height * output.width);
  let to = 0;
  for (let plane = 0; plane < planes; plane++) {
    let divisor = 0;
    for (let outputRow = 0; outputRow < output.height; outputRow++) {
      const top = plane * planeLength + (tops[outputRow] as number) * size.width;
      const bottom = plane * planeLength + (bottoms[outputRow] as number) * size.width;
      for (let outputColumn = 0; outputColumn < output.width; outputColumn++) {
        const left = lefts[outputColumn] as number;
        const right = rights[outputColumn] as number;
        let sum = 0;
        for (let row = top; row < bottom; row += size.width) {
          for (let cell = row + left; cell < row + right; cell++) sum += input[cell] as number;
        }
        means[to++] = sum / (divisors[divisor++] as number);
      }
    }
  }
  return means;
}

/** Each output's gradient over its divisor, added to every cell of its window; in the precision of `precision`. */
export function averagesGradient(plan: AveragePlan, gradient: RealData, precision: RealData): RealData {
  const { planes, input: size, output, rows, columns } = plan;
  const divisors = plan.divisors();
  const { first: tops, end: bottoms } = rows;
  const { first: lefts, end: rights } = columns;
  const planeLength = size.height * size.width;
  const sums = new Float64Array(planes * planeLength);
  let from = 0;
  for (let plane = 0; plane < planes; plane++) {
    let divisor = 0;
    for (let outputRow = 0; outputRow < output.height; outputRow++) {
      const top = plane * planeLength + (tops[outputRow] as number) * size.width;
      const bottom = plane * planeLength + (bottoms[outputRow] as number) * size.width;
      for (let outputColumn = 0; outputColumn < output.width; outputColumn++) {
        const left = lefts[outputColumn] as number;
        const right = rights[outputColumn] as number;
        const share = (gradient[from++] as number) / (divisors[divisor++] as number);
        for (let row = top; row < bottom; row += size.width) {
          for (let cell = row + left; cell < row + right; cell++) sums[cell] = (sums[cell] as number) + share;
        }
      }
    }
  }
  return inPrecisionOf(precision, sums);
}
