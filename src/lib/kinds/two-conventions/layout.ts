import type { WindowGeometry } from '$lib/engine';
import {
  gridSize,
  layoutOf,
  NARROW_TWO_LINES,
  SIGN_GAP,
  type Plan,
  type Plans,
  type StageLayout
} from '$lib/stage';

const TWO_CONVENTIONS_PLANS: Plans = {
  wide: [
    {
      across: ['input', { down: [{ across: ['kernel', 'output'] }, { across: ['turned', 'turnedOutput'] }] }]
    },
    { across: ['input', 'kernel', 'output', 'turned', 'turnedOutput'] }
  ],
  narrow: [
    { down: [{ across: ['input', { down: ['kernel', 'turned'] }] }, { across: ['output', 'turnedOutput'] }] },
    { down: ['input', { across: ['kernel', 'output'] }, { across: ['turned', 'turnedOutput'] }] }
  ]
};

const FULL_SPACING = { across: 0.7, down: 0.2, label: 0.72 };
const OLD_SPACING = { across: 1.8, down: 0.2, label: 0.62 };
/** Where signs stand. */
export const CONVENTIONS_GAP = { ...SIGN_GAP, full: FULL_SPACING.across, old: OLD_SPACING.across };

/** On an old canvas each kernel stands above its map. */
const OLD_PLAN: Plan = {
  across: ['input', { down: ['kernel', 'output'] }, { down: ['turned', 'turnedOutput'] }]
};
/** Two sums of one line, and of three lines side by side below their names: as high as so many lines. */
const SUM_LINES = { full: 3, old: 4 };

/** Input, kernel and output, and below them the turned kernel and its output. */
export function twoConventionsLayout({ padded, kernel, output }: WindowGeometry): StageLayout {
  return layoutOf(
    TWO_CONVENTIONS_PLANS,
    {
      input: gridSize(padded),
      kernel: gridSize(kernel),
      turned: gridSize(kernel),
      output: gridSize(output),
      turnedOutput: gridSize(output)
    },
    { spacing: NARROW_TWO_LINES },
    {
      lines: SUM_LINES,
      full: { spacing: FULL_SPACING },
      old: { plans: [OLD_PLAN], spacing: OLD_SPACING }
    }
  );
}
