import type { Fraction } from '$lib/engine';
import { approximateText, exactText } from './number-text';
import { piecesText, type EquationPiece } from './pieces';
import type { Target } from './target';

/** An exact total longer than this would be no number to read any more; it is rounded and says so. */
const LONGEST_TOTAL = 36;

/** What a sum comes to: '=' with the exact value, '≈' with a rounded one. */
export interface Result {
  readonly relation: '=' | '≈';
  readonly text: string;
}

/** One of the numbers that are added up, or taken the largest of. */
export interface Summand {
  readonly parts: readonly EquationPiece[];
  /** What of the stage it stands for. */
  readonly target: Target;
  /** Whether it changes the result: a product of 0 recedes. */
  readonly counts: boolean;
}

/** Summands that stand in one line. Where there are several lines, each says what it comes to. */
export interface SumRow {
  readonly summands: readonly Summand[];
  readonly result: Result;
}

/** A sum, a mean or a maximum, ready to be set in one line, or in several with partial results. */
export interface Sum {
  /** One, or several whose results are added up in a last line. */
  readonly rows: readonly SumRow[];
  /** Before the first summand, between two, and after the last: '', ' + ', '' in a sum; 'max(', ', ', ')' in a maximum. */
  readonly before: string;
  readonly between: string;
  readonly after: string;
  /** Summands of the whole that belong to no row: the bias. */
  readonly last: readonly Summand[];
  readonly result: Result;
  /** What the result goes through after that, and what comes out: '→ ReLU → 0'. */
  readonly onward?: { readonly through: string; readonly result: Result };
}

/** A value as the result of a sum. */
export function resultOf(total: Fraction): Result {
  const exact = exactText(total);
  const text = exact.length <= LONGEST_TOTAL ? exact : approximateText(total);
  return text.startsWith('≈') ? { relation: '≈', text: text.slice(1) } : { relation: '=', text };
}

/** A result as running text shows it: exact, or rounded and marked with ≈. */
export function resultText({ relation, text }: Result): string {
  return relation === '=' ? text : `≈${text}`;
}

/** The summands of all rows, in order. */
export function summandsOf({ rows }: Sum): Summand[] {
  return rows.flatMap(({ summands }) => summands);
}

/** A sum is written once: what is said and what is drawn is the same line. */
const lines = new WeakMap<Sum, string>();

/** The sum in one line: 'a×b + c×d + bias = total', or '… = total → ReLU → value'. */
export function lineText(sum: Sum): string {
  const line = lines.get(sum) ?? written(sum);
  lines.set(sum, line);
  return line;
}

function written(sum: Sum): string {
  const text = ({ parts }: Summand) => piecesText(parts);
  const inside = summandsOf(sum).map(text).join(sum.between);
  const last = sum.last.map((summand) => ` + ${text(summand)}`).join('');
  const { onward } = sum;
  const on = onward ? ` → ${onward.through} → ${resultText(onward.result)}` : '';
  return `${sum.before}${inside}${sum.after}${last} ${sum.result.relation} ${sum.result.text}${on}`;
}
