import type { Position } from '$lib/engine';
import type { WindowedStep, WindowedTrace } from './trace';

/** What is on stage at one moment. All proportions run linearly from 0 to 1; easing is the stage's business. */
export interface Frame<Step extends WindowedStep = WindowedStep> {
  readonly time: number;
  /** The step that is shown: the settled one, or the one on its way in. Computed when it is asked for. */
  readonly step: Step;
  /** Where the window comes from, and where it goes; the same where it does not move, null at step 0. */
  readonly from: Position | null;
  readonly to: Position | null;
  /** The window sliding to its new place. */
  readonly slide: number;
  /** The products, or whatever is taken from under the window, lighting up one by one. */
  readonly rise: number;
  /** What they come to falling into the output cell. */
  readonly fall: number;
  readonly settled: boolean;
}

/** A move takes the first part of a step, the products the second, the sum the rest. */
const MOVING = { slideEnd: 0.3, riseEnd: 0.75 };
/** Where the window stays, there is more time for the product. */
const STAYING = { slideEnd: 0, riseEnd: 0.6 };

function portion(progress: number, start: number, end: number): number {
  return Math.min(1, Math.max(0, (progress - start) / (end - start)));
}

/**
 * The picture at time t, 0 ≤ t ≤ trace.length. At whole t it is the settled step t; between k and k + 1 it is
 * step k + 1 on its way in. A pure function of its arguments, so playing, scrubbing, stepping back and printing
 * all show the same.
 *
 * @throws {RangeError} when t lies outside the trace
 */
export function frame<Step extends WindowedStep>(
  trace: Pick<WindowedTrace<Step>, 'step' | 'windowAt'>,
  time: number
): Frame<Step> {
  const index = Math.ceil(time);
  const to = trace.windowAt(index);
  const settled = index === time;
  const progress = settled ? 1 : time - (index - 1);
  const from = (settled ? null : trace.windowAt(index - 1)) ?? to;
  const moves = from !== null && to !== null && (from.row !== to.row || from.column !== to.column);
  const { slideEnd, riseEnd } = moves ? MOVING : STAYING;
  return {
    time,
    get step() {
      return trace.step(index);
    },
    from,
    to,
    slide: moves ? portion(progress, 0, slideEnd) : 1,
    rise: portion(progress, slideEnd, riseEnd),
    fall: portion(progress, riseEnd, 1),
    settled
  };
}
