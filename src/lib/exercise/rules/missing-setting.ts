import { Fraction } from '$lib/engine';
import type { WindowSide } from './output-size';
import type { WrongRules } from './rule';

/** A side of which the output is known, and the stride or the kernel is asked for. No rule looks at what is asked for. */
export interface MissingSetting extends WindowSide {
  readonly missing: 'stride' | 'kernel';
  readonly output: number;
}

/** Exact as well as rounded down; a setting is at least 1. */
const quotient = (cells: number, places: number): Fraction[] =>
  [new Fraction(cells, places), new Fraction(Math.floor(cells / places))].filter(
    (value) => value.compare(1) >= 0
  );

/** What is missing, for a line of so many cells on which the window takes so many steps. */
function solved({ missing, kernel, stride }: MissingSetting, line: number, steps: number): Fraction[] {
  if (missing === 'stride') return quotient(line - kernel, steps);
  const length = line - stride * steps;
  return length >= 1 ? [new Fraction(length)] : [];
}

/** How learners turn O = (N + 2P − F) / S + 1 around and go wrong. */
export const MISSING_SETTING_RULES = {
  /** Takes the output cells for steps: the first place is forgotten. */
  'forgot-first-place': (asked) => solved(asked, asked.input + 2 * asked.padding, asked.output),
  /** Divides the length of the input by that of the output. */
  'input-by-output': ({ input, output }) => quotient(input, output),
  /** Leaves the padding out. */
  'ignored-padding': (asked) => solved(asked, asked.input, asked.output - 1),
  /** Counts the padding of one end only. */
  'padding-once': (asked) => solved(asked, asked.input + asked.padding, asked.output - 1),
  /** Takes the window to move by one cell. */
  'ignored-stride': (asked) =>
    solved({ ...asked, stride: 1 }, asked.input + 2 * asked.padding, asked.output - 1)
} satisfies WrongRules<MissingSetting>;
