import type { Bounds } from '$lib/describe';
import { Fraction, matrix, rowsOf, type ExactTensor } from '$lib/engine';

const ZERO = new Fraction(0);

/** The matrix cut or filled up with zeros at its right and lower edge. */
export function resized(image: ExactTensor, rows: number, columns: number): ExactTensor {
  const values = rowsOf(image);
  return matrix(
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => values[row]?.[column] ?? ZERO)
    )
  );
}

/** A matrix of the same size with random whole numbers. */
export function randomised(image: ExactTensor, { least, most }: Bounds): ExactTensor {
  const pick = () => least + Math.floor(Math.random() * (most - least + 1));
  return matrix(rowsOf(image).map((row) => row.map(pick)));
}
