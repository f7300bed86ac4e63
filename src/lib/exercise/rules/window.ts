import { exactField, Fraction } from '$lib/engine';
import type { WindowTrace } from '$lib/trace';
import type { WrongRules } from './rule';

/** An output cell of a sliding window, in reading order, counted from 0. */
export interface WindowCellAsked {
  readonly trace: WindowTrace;
  readonly cellIndex: number;
}

interface Meeting {
  readonly values: readonly Fraction[];
  readonly weights: readonly Fraction[];
}

function sum(values: readonly Fraction[]): Fraction {
  return values.reduce((total, value) => total.add(value), exactField.zero);
}

function sumOfProducts(values: readonly Fraction[], weights: readonly Fraction[]): Fraction {
  return sum(values.map((value, index) => value.mul(weights[index] ?? exactField.zero)));
}

/** The cells of the window and the weights on them, for the given output cell (counted from 0). */
function meeting(trace: WindowTrace, cellIndex: number): Meeting {
  const stepsPerCell = trace.grain === 'cell' ? 1 : trace.taps;
  const { terms } = trace.step((cellIndex + 1) * stepsPerCell);
  return { values: terms.map((term) => term.value), weights: terms.map((term) => term.weight) };
}

/** Each row of the kernel read from right to left. */
function mirrored(weights: readonly Fraction[], width: number): Fraction[] {
  return weights.map((_, index) => {
    const row = Math.floor(index / width);
    return weights[row * width + (width - 1 - (index % width))] ?? exactField.zero;
  });
}

/** Each channel of the kernel turned by 180°. */
function turned(weights: readonly Fraction[], plane: number): Fraction[] {
  return weights.map((_, index) => {
    const start = Math.floor(index / plane) * plane;
    return weights[start + plane - 1 - (index - start)] ?? exactField.zero;
  });
}

function planeOf(trace: WindowTrace): number {
  return trace.geometry.kernel.height * trace.geometry.kernel.width;
}

function withTurnedWeights({ trace, cellIndex }: WindowCellAsked): readonly Fraction[] {
  const { values, weights } = meeting(trace, cellIndex);
  return [sumOfProducts(values, turned(weights, planeOf(trace)))];
}

/** What learners compute instead of the sum of products under a window. */
export const WINDOW_RULES = {
  /** Adds up the window and forgets the kernel. */
  'ignored-weights': ({ trace, cellIndex }) => [sum(meeting(trace, cellIndex).values)],
  /** Counts the places where cell and weight are equal. */
  'counted-matches': ({ trace, cellIndex }) => {
    const { values, weights } = meeting(trace, cellIndex);
    const matches = values.filter((value, index) => value.equals(weights[index] ?? Number.NaN));
    return [new Fraction(matches.length)];
  },
  /** Adds each weight to its cell instead of multiplying. */
  added: ({ trace, cellIndex }) => {
    const { values, weights } = meeting(trace, cellIndex);
    return [sum(values).add(sum(weights))];
  },
  /** Turns the kernel by 180° where the network does not. */
  'turned-kernel': withTurnedWeights,
  /** Leaves the kernel as it is where convolution turns it: another half turn undoes the first. */
  'not-turned': withTurnedWeights,
  /** Mirrors the kernel left to right only, where convolution turns it by 180°. */
  mirrored: ({ trace, cellIndex }) => {
    const { values, weights } = meeting(trace, cellIndex);
    const width = trace.geometry.kernel.width;
    return [sumOfProducts(values, mirrored(turned(weights, planeOf(trace)), width))];
  },
  /** Gives the value of the cell before. */
  'not-moved': ({ trace, cellIndex }) => {
    if (cellIndex === 0) return [];
    const { values, weights } = meeting(trace, cellIndex - 1);
    return [sumOfProducts(values, weights)];
  }
} satisfies WrongRules<WindowCellAsked>;
