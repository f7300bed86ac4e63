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

/**
 * A trace over a schedule. It remembers its latest step: one moment is asked for by several surfaces (stage,
 * caption, live region).
 *
 * @param untouched step 0
 */
export function traceOver<Step extends { readonly index: number }>(
  { length, at, stepAfter }: Schedule,
  untouched: Step,
  stepAt: (moment: Moment, index: number) => Step
): Trace<Step> {
  let latest = untouched;
  return {
    length,
    step(index) {
      if (index === latest.index) return latest;
      const moment = at(index);
      return moment === null ? untouched : (latest = stepAt(moment, index));
    },
    stepAfter
  };
}
