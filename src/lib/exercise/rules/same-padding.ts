import { Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** A window whose padding is to keep the size at stride 1. Its length is odd. */
export interface KeptSize {
  readonly kernel: number;
  /** From one tap of the window to the next. */
  readonly dilation: number;
}

const whole = (value: number) => [new Fraction(value)];
const gaps = ({ kernel, dilation }: KeptSize) => dilation * (kernel - 1);

/** How learners miss the padding that keeps the size: D(F − 1)/2 at each end. */
export const SAME_PADDING_RULES = {
  /** Takes the padding to lie at one end only: all cells that are missing there. */
  'counted-once': (window) => whole(gaps(window)),
  /** Takes the padding to be as wide as the window. */
  'whole-window': (window) => whole(gaps(window) + 1),
  /** Halves the window with its middle cell. */
  'rounded-up': (window) => whole(gaps(window) / 2 + 1),
  /** Takes the size to be kept by itself. */
  'no-padding': () => whole(0),
  /** Takes one ring to be enough for every window. */
  'always-one': () => whole(1),
  /** Takes the window to be as long as it has taps. */
  'ignored-dilation': ({ kernel }) => whole((kernel - 1) / 2)
} satisfies WrongRules<KeptSize>;
