import type { MatrixProductPlan } from '../definitions/matrix-product.ts';
import { zerosLike, type RealData } from '../tensor.ts';

/** Columns of the right factor that are laid out together: as many as stay near the processor at everyday sizes. */
const BLOCK_COLUMNS = 64;

/**
 * A block of columns of the right factor, four by four side by side: all that meets entry k of a row lies together,
 * whichever way the factor is stored. Columns past its last are zero, so that every four are whole.
 */
function layOutColumns(
  { inner, columns, right: step }: MatrixProductPlan,
  right: RealData,
  [firstColumn, pastColumn]: readonly [number, number],
  block: Float64Array
): void {
  let to = 0;
  for (let column = firstColumn; column < pastColumn; column += 4) {
    const within = Math.min(4, columns - column);
    for (let term = 0; term < inner; term++, to += 4) {
      const from = term * step.inner + column * step.column;
      for (let beside = 0; beside < 4; beside++) {
        block[to + beside] = beside < within ? (right[from + beside * step.column] as number) : 0;
      }
    }
  }
}

/** Two neighbouring rows of the left factor, entry by entry in turn; the last of an odd number meets itself. */
function layOutRows(
  { rows, inner, left: step }: MatrixProductPlan,
  left: RealData,
  firstRow: number,
  pair: Float64Array
): void {
  const neighbour = firstRow + 1 < rows ? step.row : 0;
  let from = firstRow * step.row;
  for (let to = 0; to < 2 * inner; to += 2, from += step.inner) {
    pair[to] = left[from] as number;
    pair[to + 1] = left[from + neighbour] as number;
  }
}

/**
 * Two rows times four columns. Eight sums stay in registers while a loaded number meets four others or two: that is
 * where the speed comes from, for every multiplication needs fewer than one load.
 */
function twoByFour(pair: Float64Array, block: Float64Array, blockStart: number, sums: Float64Array): void {
  let upper0 = sums[0] as number;
  let upper1 = sums[1] as number;
  let upper2 = sums[2] as number;
  let upper3 = sums[3] as number;
  let lower0 = upper0;
  let lower1 = upper1;
  let lower2 = upper2;
  let lower3 = upper3;
  let at = blockStart;
  for (let term = 0; term < pair.length; term += 2) {
    const upper = pair[term] as number;
    const lower = pair[term + 1] as number;
    const value0 = block[at] as number;
    const value1 = block[at + 1] as number;
    const value2 = block[at + 2] as number;
    const value3 = block[at + 3] as number;
    at += 4;
    upper0 += upper * value0;
    upper1 += upper * value1;
    upper2 += upper * value2;
    upper3 += upper * value3;
    lower0 += lower * value0;
    lower1 += lower * value1;
    lower2 += lower * value2;
    lower3 += lower * value3;
  }
  sums[0] = upper0;
  sums[1] = upper1;
  sums[2] = upper2;
  sums[3] = upper3;
  sums[4] = lower0;
  sums[5] = lower1;
  sums[6] = lower2;
  sums[7] = lower3;
}

/**
 * Product of two matrices in typed arrays. Beside its result it allocates one block of columns and two rows, nothing
 * else: neither factor is transposed. Sums are kept in double precision, whatever the precision of the data.
 *
 * @param bias one number a column, where every sum of the column begins
 * @returns row-major [rows, columns] of the plan, in the precision of the left factor
 */
export function multiplyMatrices(
  plan: MatrixProductPlan,
  left: RealData,
  right: RealData,
  bias: RealData | null
): RealData {
  const { rows, inner, columns } = plan;
  const output = zerosLike(left, rows * columns);
  const pair = new Float64Array(2 * inner);
  const sums = new Float64Array(8);
  const blockColumns = Math.min(BLOCK_COLUMNS, 4 * Math.ceil(columns / 4));
  const block = new Float64Array(blockColumns * inner);
  for (let firstColumn = 0; firstColumn < columns; firstColumn += blockColumns) {
    const pastColumn = Math.min(columns, firstColumn + blockColumns);
    layOutColumns(plan, right, [firstColumn, pastColumn], block);
    for (let row = 0; row < rows; row += 2) {
      layOutRows(plan, left, row, pair);
      for (let column = firstColumn; column < pastColumn; column += 4) {
        const within = Math.min(4, columns - column);
        for (let beside = 0; beside < 4; beside++) {
          sums[beside] = bias !== null && beside < within ? (bias[column + beside] as number) : 0;
        }
        twoByFour(pair, block, (column - firstColumn) * inner, sums);
        const to = row * columns + column;
        for (let beside = 0; beside < within; beside++) output[to + beside] = sums[beside] as number;
        if (row + 1 === rows) continue;
        for (let beside = 0; beside < within; beside++) {
          output[to + columns + beside] = sums[4 + beside] as number;
        }
      }
    }
  }
  return output;
}
