import { exactField, sumOf, type ExactTensor, type Fraction } from '$lib/engine';
import { scheduleOf } from './schedule';
import type { Grain } from './settings';
import type { Product } from './step';
import { traceOver, type Trace } from './trace';

/** A settled state of an operation whose every cell is one sum of products. */
export interface SumStep<Place, Term extends Product> {
  /** 0 is the stage before anything is computed; n is the n-th cell (or product) done. */
  readonly index: number;
  /** The cell of the result that is being computed; null at step 0. */
  readonly cell: Place | null;
  /** All products of the cell. */
  readonly terms: readonly Term[];
  /** How many of the terms are in the sum so far; all of them at grain 'cell'. */
  readonly done: number;
  /** Sum of the done terms. */
  readonly total: Fraction;
  /** How many cells, in the order of the trace, have their final value. */
  readonly finished: number;
}

/** The steps of such an operation. */
export interface SumTrace<Place, Term extends Product> extends Trace<SumStep<Place, Term>> {
  readonly grain: Grain;
  /** The finished result. */
  output(): ExactTensor;
}

/** What such an operation is. */
interface Sums<Place, Term extends Product> {
  readonly output: ExactTensor;
  /** Terms of the first cells of the result; the others repeat them. A cell without any takes a moment, too. */
  readonly termCounts: readonly number[];
  readonly placeOf: (cell: number) => Place;
  readonly termsOf: (place: Place) => readonly Term[];
}

/** The trace over the cells of a result in row-major order, one cell or one product at a time. */
export function sumTrace<Place, Term extends Product>(
  { output, termCounts, placeOf, termsOf }: Sums<Place, Term>,
  grain: Grain
): SumTrace<Place, Term> {
  const moments = termCounts.map((count) => (grain === 'cell' ? 1 : Math.max(1, count)));
  const schedule = scheduleOf(moments, output.data.length / termCounts.length);
  const untouched = { index: 0, cell: null, terms: [], done: 0, total: exactField.zero, finished: 0 };
  const trace = traceOver<SumStep<Place, Term>>(schedule, untouched, ({ cell, part, finished }, index) => {
    const place = placeOf(cell);
    const terms = termsOf(place);
    const done = grain === 'cell' ? terms.length : Math.min(part, terms.length);
    const total = sumOf(terms.slice(0, done).map(({ product }) => product));
    return { index, cell: place, terms, done, total, finished };
  });
  return { ...trace, grain, output: () => output };
}
