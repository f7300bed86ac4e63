import { Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** One side of an input and of the window over it. All lengths in cells. */
export interface WindowSide {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  /** On either side alike. */
  readonly padding: number;
}

/** How far the window can go from its first place. */
function room({ input, kernel, padding }: WindowSide): number {
  return input + 2 * padding - kernel;
}

const whole = (value: number) => [new Fraction(value)];

/** How learners miscount the places of a window along one side: ⌊(N + 2P − F) / S⌋ + 1. */
export const OUTPUT_SIZE_RULES = {
  /** Rounds up: lets a last window reach over the edge. */
  'rounded-up': (side) => whole(Math.ceil(room(side) / side.stride) + 1),
  /** Does not round: a part of a place is counted. */
  unrounded: (side) => [new Fraction(room(side), side.stride).add(1)],
  /** Divides the length of the input by the stride; the kernel takes no room. Rounded down as well as not. */
  'input-by-stride': ({ input, stride }) => [
    new Fraction(input, stride),
    new Fraction(Math.floor(input / stride))
  ],
  /** Counts the steps, not the places: the first place is forgotten. */
  'forgot-first-place': (side) => whole(Math.floor(room(side) / side.stride)),
  /** Moves one cell at a time. */
  'ignored-stride': (side) => whole(room(side) + 1),
  /** Counts the padding of one side only. */
  'padding-once': (side) => whole(Math.floor((room(side) - side.padding) / side.stride) + 1),
  /** Leaves the padding out. */
  'ignored-padding': (side) => whole(Math.floor((room(side) - 2 * side.padding) / side.stride) + 1),
  /** Takes the output to be as long as the input. */
  'kept-length': ({ input }) => whole(input)
} satisfies WrongRules<WindowSide>;

/** How learners miscount the cells at the end of one side that no window reaches: (N + 2P − F) mod S. */
export const LEFTOVER_RULES = {
  /** Takes the border to be read as well. */
  'border-counts': () => whole(0),
  /** Divides the length of the input by the stride and forgets that the kernel takes room. */
  'input-remainder': ({ input, padding, stride }) => whole((input + 2 * padding) % stride),
  /** Takes all that lies behind the first window to be out of reach. */
  'behind-first': (side) => whole(room(side)),
  /** Counts the places that the stride skips. */
  'skipped-places': (side) => whole(room(side) - Math.floor(room(side) / side.stride))
} satisfies WrongRules<WindowSide>;

/** A side whose window has gaps. */
export interface DilatedSide extends WindowSide {
  /** From one tap of the window to the next. */
  readonly dilation: number;
}

/** How learners miscount the places of a window with gaps, which covers D(F − 1) + 1 cells. */
export const DILATION_RULES = {
  /** Takes the window to be as long as it has taps. */
  'ignored-dilation': (side) => whole(Math.floor(room(side) / side.stride) + 1),
  /** Takes the window to be D · F long: gives the last tap a gap as well. */
  'dilation-times-kernel': (side) =>
    whole(Math.floor(room({ ...side, kernel: side.dilation * side.kernel }) / side.stride) + 1)
} satisfies WrongRules<DilatedSide>;
