import type { ExactTensor, Fraction, Position, WindowGeometry } from '$lib/engine';
import type { Moment, Schedule } from './schedule';

/** An operation as a row of steps that can be entered anywhere. */
export interface Trace<Step> {
  /** The last step's number. */
  readonly length: number;
  /**
   * The k-th step, 0 ≤ k ≤ length, at a cost that does not depend on k.
   *
   * @throws {RangeError} when there is no such step
   */
  step(index: number): Step;
  /**
   * The step with which so many cells are finished. It finds the same moment at the other grain:
   * `other.stepAfter(trace.step(k).finished)`.
   *
   * @throws {RangeError} when there are not so many cells
   */
  stepAfter(cells: number): number;
}

/** A settled state of something that is computed under a window, whatever it is. */
export interface WindowedStep {
  readonly index: number;
  /** The output cell that is being computed; null at step 0. */
  readonly cell: Position | null;
  /** The window's upper left corner in the padded input; null at step 0. */
  readonly window: Position | null;
  /** What is in the output cell so far. */
  readonly total: Fraction;
  /** How many output cells, in the order of the trace, have their value. */
  readonly finished: number;
}

/** The steps of a window that slides over an input and fills an output. */
export interface WindowedTrace<Step extends WindowedStep> extends Trace<Step> {
  readonly geometry: WindowGeometry;
  readonly input: ExactTensor;
  /**
   * Where the window lies at the k-th step, without computing what is under it; null at step 0.
   *
   * @throws {RangeError} when there is no such step
   */
  windowAt(index: number): Position | null;
  /** The finished output, computed when first asked for. */
  output(): ExactTensor;
}

/** How many steps a trace remembers: those of several filters side by side, and the next one, worked out ahead. */
const REMEMBERED = 32;

/**
 * A trace over a schedule. It remembers its latest steps: one moment is asked for by several surfaces (stage,
 * caption, live region).
 *
 * @param untouched step 0
 */
export function traceOver<Step>(
  { length, at, stepAfter }: Schedule,
  untouched: Step,
  stepAt: (moment: Moment, index: number) => Step
): Trace<Step> {
  const latest = new Map<number, Step>();
  return {
    length,
    step(index) {
      const known = latest.get(index);
      if (known) return known;
      const moment = at(index);
      if (moment === null) return untouched;
      const made = stepAt(moment, index);
      const [oldest] = latest.keys();
      if (oldest !== undefined && latest.size >= REMEMBERED) latest.delete(oldest);
      latest.set(index, made);
      return made;
    },
    stepAfter
  };
}
