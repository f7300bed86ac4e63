import { exactField, matrix, rowsOf, type ExactTensor } from '$lib/engine';

/** A plane shifted to the right: zeros come in at the left, and what leaves at the right is lost. */
export function shiftedRight(image: ExactTensor, by: number): ExactTensor {
  return matrix(rowsOf(image).map((row) => row.map((_, column) => row[column - by] ?? exactField.zero)));
}
