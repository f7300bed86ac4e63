import type { Step, Term } from '$lib/trace';
import { exactField, type Fraction } from '$lib/engine';
import { approximateText, exactText, factorText } from './number-text';

/** A line of more terms than this is broken by kernel row. */
const MOST_TERMS_IN_A_LINE = 12;
/** An exact total longer than this would be no number to read any more; it is rounded and says so. */
const LONGEST_TOTAL = 36;

/** The terms of one kernel row of one channel, with their sum. */
export interface EquationRow {
  readonly terms: readonly Term[];
  /** '=' with the exact sum, '≈' with a rounded one. */
  readonly result: Result;
}

interface Result {
  readonly relation: '=' | '≈';
  readonly text: string;
}

/** A step's sum, ready to be set in one line or in several. */
export interface Equation {
  /** The terms that are in the sum so far, in order. */
  readonly terms: readonly Term[];
  /** Partial sums by kernel row (and channel) where the terms do not fit one line; else empty. */
  readonly rows: readonly EquationRow[];
  /** The bias as the last summand, in parentheses like a factor; empty where none is in the total. */
  readonly bias: string;
  readonly result: Result;
}

/** One product as the equation shows it: '1×1', '(−2)×3', '(1/3)×2'. */
export function termText(term: Pick<Term, 'value' | 'weight'>): string {
  return `${factorText(term.value)}×${factorText(term.weight)}`;
}

function resultOf(total: Fraction): Result {
  const exact = exactText(total);
  const text = exact.length <= LONGEST_TOTAL ? exact : approximateText(total);
  return text.startsWith('≈') ? { relation: '≈', text: text.slice(1) } : { relation: '=', text };
}

/** A sum as running text shows it: exact, or rounded and marked with ≈. */
export function sumText(total: Fraction): string {
  const { relation, text } = resultOf(total);
  return relation === '=' ? text : `≈${text}`;
}

function rowsOf(terms: readonly Term[]): EquationRow[] {
  const rows = new Map<string, Term[]>();
  for (const term of terms) {
    const key = `${term.channel},${term.kernelRow}`;
    rows.set(key, [...(rows.get(key) ?? []), term]);
  }
  return [...rows.values()].map((row) => ({
    terms: row,
    result: resultOf(row.reduce((sum, term) => sum.add(term.product), exactField.zero))
  }));
}

/** The sum of a step: its terms so far, the bias once it is added, and their total. Null at step 0. */
export function equationOf(step: Step): Equation | null {
  if (step.cell === null) return null;
  const terms = step.terms.slice(0, step.done);
  return {
    terms,
    rows: step.terms.length > MOST_TERMS_IN_A_LINE ? rowsOf(terms) : [],
    bias: step.bias ? factorText(step.bias) : '',
    result: resultOf(step.total)
  };
}

/** The sum of a step in one line, 'a×b + c×d = total' or 'a×b + c×d + bias = total'; empty at step 0. */
export function linearEquation(step: Step): string {
  const equation = equationOf(step);
  if (equation === null) return '';
  const { terms, bias, result } = equation;
  return `${terms.map(termText).join(' + ')}${bias && ` + ${bias}`} ${result.relation} ${result.text}`;
}
