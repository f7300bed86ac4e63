/** How much of the first step the half turn takes: the window is laid down after it. */
const TURNING = 0.45;

/** A moment of the two conventions: how far the one kernel has been turned, and where its window stands. */
interface Moment {
  /** Degrees that are still to be turned, at first all 180. */
  readonly toTurn: number;
  /** The time for the windows. */
  readonly time: number;
}

/**
 * The half turn as a part of the first step: the kernel turns first, and only a kernel that has been turned meets a
 * window. Before the first step nothing is turned, after it everything.
 *
 * @param ease how the turn begins and ends, from 0 to 1
 */
export function halfTurnAt(time: number, ease: (share: number) => number): Moment {
  if (time >= 1) return { toTurn: 0, time };
  const turned = Math.min(1, time / TURNING);
  return { toTurn: 180 * (1 - ease(turned)), time: Math.max(0, (time - TURNING) / (1 - TURNING)) };
}
