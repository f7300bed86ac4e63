import { sumOf, type Fraction } from '$lib/engine';
import type { Step, Term } from '$lib/trace';
import { exactText, factorText } from './number-text';
import { piecesText, TIMES, type EquationPiece } from './pieces';
import { lineText, resultOf, resultText, type Sum, type Summand, type SumRow } from './sum';

/** A line of more terms than this is broken by kernel row. */
const MOST_TERMS_IN_A_LINE = 12;

function termPieces({ value, weight }: Pick<Term, 'value' | 'weight'>): EquationPiece[] {
  return [{ text: factorText(value), tone: 'input' }, TIMES, { text: factorText(weight), tone: 'kernel' }];
}

/** One product as the equation shows it: '1×1', '(−2)×3', '(1/3)×2'. */
export function termText(term: Pick<Term, 'value' | 'weight'>): string {
  return piecesText(termPieces(term));
}

/** A sum as running text shows it: exact, or rounded and marked with ≈. */
export function sumText(total: Fraction): string {
  return resultText(resultOf(total));
}

/** Terms as one line of a sum; `first` is the number of the first one. */
export function rowOf(terms: readonly Term[], first: number): SumRow {
  return {
    summands: terms.map((term, index): Summand => ({
      parts: termPieces(term),
      target: { kind: 'term', index: first + index },
      counts: term.product.n !== 0n
    })),
    // Added up when it is asked for: where there is one row, what it comes to is not shown.
    get result() {
      return resultOf(sumOf(terms.map(({ product }) => product)));
    }
  };
}

/** The terms of each kernel row of each channel. */
function rowsOf(terms: readonly Term[]): SumRow[] {
  const starts = terms.flatMap((term, index) => {
    const before = terms[index - 1];
    return before?.channel === term.channel && before.kernelRow === term.kernelRow ? [] : [index];
  });
  return starts.map((start, row) => rowOf(terms.slice(start, starts[row + 1]), start));
}

/** The bias as a summand of its own, in parentheses like a factor. */
export function biasSummand(bias: Fraction, filter: number): Summand {
  return {
    parts: [{ text: factorText(bias), tone: 'bias' }],
    target: { kind: 'bias', filter },
    counts: true
  };
}

/** What is said of a step and what is drawn of it is one sum; it is made ready before the step is shown. */
const known = new WeakMap<Step, Sum[]>();

/**
 * The sum of a step: its terms so far, the bias once it is added, and their total. Null at step 0. More terms than fit
 * a line stand row by row of the kernel, with partial sums.
 *
 * @param filter whose bias it is
 */
export function convolutionSum(step: Step, filter = 0): Sum | null {
  if (step.cell === null) return null;
  const ofFilters = known.get(step) ?? [];
  known.set(step, ofFilters);
  return (ofFilters[filter] ??= sumOfTerms(step, step.terms.slice(0, step.done), filter));
}

function sumOfTerms(step: Step, terms: readonly Term[], filter: number): Sum {
  return {
    rows: step.terms.length > MOST_TERMS_IN_A_LINE ? rowsOf(terms) : [rowOf(terms, 0)],
    before: '',
    between: ' + ',
    after: '',
    last: step.bias ? [biasSummand(step.bias, filter)] : [],
    result: resultOf(step.total)
  };
}

/** The sum of a step in one line, 'a×b + c×d = total' or 'a×b + c×d + bias = total'; empty at step 0. */
export function linearEquation(step: Step): string {
  const sum = convolutionSum(step);
  return sum ? lineText(sum) : '';
}

/** A number as a summand of its own: in parentheses where it is negative or a fraction. */
export function numberText(value: Fraction): string {
  const exact = exactText(value);
  return exact.startsWith('−') ? `(${exact})` : exact;
}
