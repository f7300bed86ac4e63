import type { ExactTensor, Fraction, Position } from '$lib/engine';
import { between } from '$lib/trace';
import { ticks } from 'd3';
import { LINE_SIZE } from './layout';
import type { Ways } from './ways';

/** Far enough to lift any map of the lesson above 0, or to push it below. */
const REACH = 6;

/** How far a bias can be moved to either side: a typed one may lie farther out than a slider goes. */
export function reachOf(bias: Fraction): number {
  return Math.max(REACH, Math.ceil(Math.abs(bias.valueOf())));
}

/** Between the axis and the lower edge, which is the room of the numbers, and above the highest dot, in cells. */
const FOOT = 0.62;
const HEAD = 0.15;
/** Left and right of the axis, so that its outer numbers stand on the stage. */
const SIDE = 0.45;
/** The radius of a dot, and how far those of one value lie above each other, in cells. */
export const DOT = 0.13;
const STACK = 0.28;
/** About so many numbers stand at the axis, and so many marks. */
const NUMBERS = 5;
const MARKS = 24;

/** A cell of the map on the line, in cells of the stage from its upper left corner. */
export interface Dot {
  readonly at: Position;
  readonly x: number;
  readonly y: number;
  /** Whether it is above 0. */
  readonly survives: boolean;
}

/** The number line with the bend of ReLU over it. */
export interface ThresholdLine {
  readonly axis: number;
  /** The bend: flat up to 0, then rising to the end. */
  readonly bend: readonly { readonly x: number; readonly y: number }[];
  readonly numbers: readonly { readonly value: number; readonly x: number }[];
  /** Where the axis has a mark. */
  readonly marks: readonly number[];
  readonly dots: readonly Dot[];
}

/**
 * The line under the maps. It has room for all sums wherever the bias slides them, so it stays where it is while they
 * move.
 *
 * @param map the finished map, biases added
 * @param known how many of its cells are on the line
 * @param coming how far the cell after these has come: without its bias first, then on the axis, at last on the bend
 */
export function thresholdLine(
  map: ExactTensor,
  bias: Fraction,
  known: number,
  coming: Ways | null
): ThresholdLine {
  const values = map.data.map((value) => value.valueOf());
  const sums = values.map((value) => value - bias.valueOf());
  const reach = reachOf(bias);
  const least = Math.floor(Math.min(0, ...sums)) - reach;
  const most = Math.ceil(Math.max(0, ...sums)) + reach;
  const axis = LINE_SIZE.rows - FOOT;
  const length = LINE_SIZE.columns - 2 * SIDE;
  const across = (value: number) => SIDE + ((value - least) / (most - least)) * length;
  const height = axis - HEAD - STACK;
  const up = (value: number) => (Math.max(0, value) / most) * height;
  const width = map.shape.at(-1) ?? 1;

  const dots = values.slice(0, known + (coming ? 1 : 0)).map((value, index): Dot => {
    const isComing = coming !== null && index === known;
    const shown = isComing ? between(sums[index] ?? 0, value, coming.bias) : value;
    const below = isComing ? 0 : values.slice(0, index).filter((other) => other === value).length;
    const lifted = up(shown) * (isComing ? coming.on : 1);
    return {
      at: { row: Math.floor(index / width), column: index % width },
      x: across(shown),
      y: axis - lifted - below * STACK,
      survives: value > 0
    };
  });
  return {
    axis,
    bend: [least, 0, most].map((value) => ({ x: across(value), y: axis - up(value) })),
    numbers: ticks(least, most, NUMBERS).map((value) => ({ value, x: across(value) })),
    marks: ticks(least, most, MARKS).map(across),
    dots
  };
}
