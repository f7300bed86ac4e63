import { plainText } from '$lib/describe';
import type { Position } from '$lib/engine';
import type { GivenMatrix } from '../../question-kind';

/** A matrix of numbers beside a question. */
export function givenMatrix(
  role: GivenMatrix['role'],
  label: string,
  rows: readonly (readonly number[])[],
  marked: readonly Position[] = []
): GivenMatrix {
  return { type: 'matrix', role, label, rows: rows.map((row) => row.map(plainText)), marked };
}
