import { matrix, rotateHalfTurn, rowsOf } from '$lib/engine';

type Kernel = readonly (readonly number[])[];

/** The kernel turned by 180°, as a scene takes it. */
export function turned(kernel: Kernel): number[][] {
  return rowsOf(rotateHalfTurn(matrix(kernel))).map((row) => row.map((weight) => weight.valueOf()));
}

/** A kernel of ones that is as large: who ignores weights adds up what it covers. */
export const onesLike = (kernel: Kernel): number[][] => kernel.map((row) => row.map(() => 1));
