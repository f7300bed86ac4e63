/** How far what comes to a cell has gone, one way after the other, each from 0 to 1. */
export interface Ways {
  /** The sum of the products into the cell. */
  readonly sum: number;
  /** The bias, which joins it there. */
  readonly bias: number;
  /** The value through the activation. */
  readonly on: number;
}

/** What is still on its way in a step. */
export interface OnTheWay {
  /** Whether the sum of all products comes, or only one product, or none because they are all there. */
  readonly sum: boolean;
  readonly bias: boolean;
  readonly activation: boolean;
}

/**
 * The ways of a step: those that it has share the time equally.
 *
 * @param fall how much of the time is over, from 0 to 1
 */
export function waysAt(fall: number, { sum, bias, activation }: OnTheWay): Ways {
  const there = [sum, bias, activation];
  const ways = there.filter(Boolean).length;
  const [first = 1, second = 0, third = 0] = there.map((isGone, index) => {
    const before = there.slice(0, index).filter(Boolean).length;
    return isGone ? Math.min(1, Math.max(0, fall * ways - before)) : Number(index === 0);
  });
  return { sum: first, bias: second, on: third };
}
